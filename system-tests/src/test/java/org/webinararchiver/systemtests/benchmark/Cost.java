package org.webinararchiver.systemtests.benchmark;

import java.time.Duration;

/** What something took: of time as people know it, and of processors. */
record Cost(Duration time, Duration cpu) {

    /** @param start by the clock of {@link System#nanoTime} */
    static Cost since(long start, Duration cpu) {
        return new Cost(Duration.ofNanos(System.nanoTime() - start), cpu);
    }

    double megabytesASecond(long bytes) {
        return bytes * 1e3 / time.toNanos();
    }

    double cpuSeconds() {
        return cpu.toMillis() / 1e3;
    }
}
