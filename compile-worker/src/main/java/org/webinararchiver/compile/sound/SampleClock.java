package org.webinararchiver.compile.sound;

import java.time.Duration;

/** Instants as numbers of samples at the one rate that everything is mixed at. */
final class SampleClock {
    static final int RATE = 48_000;

    private static final long NANOS = 1_000_000_000L;

    private SampleClock() {}

    /** The sample that is nearest to an instant, zero or later. */
    static long sampleAt(Duration instant) {
        return Math.addExact(instant.toSeconds() * RATE, (instant.toNanosPart() * (long) RATE + NANOS / 2) / NANOS);
    }

    /** When a sample is heard. */
    static Duration timeOf(long sample) {
        return Duration.ofSeconds(sample / RATE, sample % RATE * NANOS / RATE);
    }
}
