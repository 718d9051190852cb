package org.webinararchiver.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The most memory that any one process had that this one started, in resident kilobytes. Looks at all of them every few
 * milliseconds, and the kernel remembers each one's most in between, so that only the last moment of a process is
 * missed. Linux only, for it reads {@code /proc}.
 */
final class ChildrenMemory implements AutoCloseable {
    private static final String MOST = "VmHWM:";
    private static final long EVERY_MILLIS = 20;

    private final AtomicLong most = new AtomicLong();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("children's memory").factory());

    ChildrenMemory() {
        looking.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        ProcessHandle.current().descendants().forEach(child -> most.accumulateAndGet(of(child.pid()), Math::max));
    }

    private static long of(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(MOST))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | RuntimeException ended) {
            return 0;
        }
    }

    /** In megabytes, so far. */
    double megabytes() {
        return most.get() / 1000.0;
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
