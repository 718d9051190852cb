package org.webinararchiver.systemtests.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that a process has ever had resident. Linux only, for it reads {@code /proc}. */
final class PeakMemory {
    private static final String LINE = "VmHWM:";
    private static final long KILOBYTE = 1024;

    private PeakMemory() {}

    /** In bytes; see proc(5). */
    static long of(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith(LINE))
                .mapToLong(line -> Long.parseLong(
                                line.substring(LINE.length()).replace("kB", "").strip())
                        * KILOBYTE)
                .findFirst()
                .orElseThrow();
    }
}
