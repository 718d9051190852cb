package org.webinararchiver.systemtests.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What programs have used of this machine's processors so far, by the role that they play here: our services, the
 * database's backends, and any RabbitMQ. Linux only, for it reads {@code /proc}, where containers are seen as well.
 */
final class CpuTime {
    private static final Path PROCESSES = Path.of("/proc");
    private static final int MILLIS_A_TICK = 10;

    /** Places of user and kernel time, own and of children that have ended, counted from the process's state on. */
    private static final int[] TIMES = {11, 12, 13, 14};

    /** The same of children alone. */
    private static final int[] TIMES_OF_CHILDREN = {13, 14};

    private final String database;
    private final Map<String, Duration> before;

    private CpuTime(String database) {
        this.database = database;
        this.before = now();
    }

    /** From now on, with what works for the database of this name. */
    static CpuTime with(String database) {
        return new CpuTime(database);
    }

    /** What was used since then; programs that have used nothing are left out. */
    Map<String, Duration> since() {
        var used = new TreeMap<String, Duration>();
        now().forEach((program, time) -> {
            var difference = time.minus(before.getOrDefault(program, Duration.ZERO));
            if (difference.isPositive()) {
                used.put(program, difference);
            }
        });
        return used;
    }

    /** What this process has used so far, with its children that have ended. */
    static Duration of(long pid) {
        return used(pid, TIMES);
    }

    /** What the children of this process that have ended have used in their lives. */
    static Duration ofChildren(long pid) {
        return used(pid, TIMES_OF_CHILDREN);
    }

    /** What the children of this program that have ended used in their lives. */
    static Duration ofEndedChildren() {
        return ofChildren(ProcessHandle.current().pid());
    }

    private Map<String, Duration> now() {
        var times = new TreeMap<String, Duration>();
        ProcessHandle.allProcesses()
                .forEach(process ->
                        role(process).ifPresent(role -> times.merge(role, used(process.pid(), TIMES), Duration::plus)));
        return times;
    }

    private Optional<String> role(ProcessHandle process) {
        var commandLine = read(process.pid(), "cmdline").replace('\0', ' ');
        for (var service : new String[] {"api-service", "trial-worker"}) {
            if (commandLine.contains(service + "/target/quarkus-app/")) {
                return Optional.of(service);
            }
        }
        if (commandLine.startsWith("postgres: ") && commandLine.contains(database)) {
            return Optional.of("PostgreSQL");
        }
        return commandLine.contains("beam.smp") ? Optional.of("RabbitMQ") : Optional.empty();
    }

    /** See proc(5); the second field, a name in brackets, may itself hold brackets and blanks. */
    private static Duration used(long pid, int[] times) {
        var line = read(pid, "stat");
        if (line.isEmpty()) {
            return Duration.ZERO;
        }
        var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        var ticks = IntStream.of(times)
                .mapToLong(place -> Long.parseLong(fields[place]))
                .sum();
        return Duration.ofMillis(ticks * MILLIS_A_TICK);
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(PROCESSES.resolve(Long.toString(pid)).resolve(file));
        } catch (IOException hasEnded) {
            return "";
        }
    }
}
