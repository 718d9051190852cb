package org.webinararchiver.systemtests.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.webinararchiver.systemtests.services.Deployment;
import org.webinararchiver.testservices.PostgresResource;

/** How a deployment fares over time, told as lines of a table. Linux only, for it reads {@code /proc}. */
final class Course {
    private static final long MEGABYTE = 1_000_000;
    private static final long KILOBYTE = 1024;
    private static final String CONNECTIONS = "pg_stat_activity where datname = current_database()";

    private final Deployment deployment;
    private final List<String> modules;
    private final long begin = System.nanoTime();

    Course(Deployment deployment, List<String> modules) {
        this.deployment = deployment;
        this.modules = modules.stream().distinct().toList();
        Figures.tell("seconds", "files stored | ended | connections | MB of " + String.join(", ", this.modules));
    }

    /**
     * Where it stands.
     *
     * @param stored files that are in the store
     * @param ended recordings to which nothing will happen any more
     */
    record Point(long stored, long ended) {}

    Point point() throws SQLException {
        return new Point(count("segment where state = 'STORED'"), count("recording where finished_at is not null"));
    }

    /** For how long it has been followed. */
    Duration since() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    Point tell() throws SQLException {
        var point = point();
        Figures.tell(
                Long.toString(since().toSeconds()),
                "%d | %d | %d | %s".formatted(point.stored(), point.ended(), count(CONNECTIONS), memory()));
        return point;
    }

    private long count(String what) throws SQLException {
        try (var connection = PostgresResource.connect(deployment.database());
                var rows = connection.createStatement().executeQuery("select count(*) from " + what)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Of each kind of service the one that has most; what its ffmpeg has is not in it. */
    private String memory() {
        return modules.stream()
                .map(module -> deployment.of(module).stream()
                        .mapToLong(service -> resident(service.pid()))
                        .max()
                        .orElse(0))
                .map(bytes -> Long.toString(bytes / MEGABYTE))
                .collect(Collectors.joining(", "));
    }

    private static long resident(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KILOBYTE)
                    .findFirst()
                    .orElse(0);
        } catch (IOException hasEnded) {
            return 0;
        }
    }
}
