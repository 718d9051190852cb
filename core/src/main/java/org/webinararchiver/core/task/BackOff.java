package org.webinararchiver.core.task;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses that double each time, up to a limit, shortened by chance so that those who failed together do not come back
 * together.
 *
 * @param first after one failure, before chance shortens it
 * @param longest after any number of failures
 */
public record BackOff(Duration first, Duration longest) {
    private static final int DOUBLINGS_THAT_FIT = 30;

    public BackOff {
        if (first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("not a back-off: %s, %s".formatted(first, longest));
        }
    }

    /**
     * The pause after so many failures in a row.
     *
     * @param failures 1 or more
     */
    public Duration after(int failures, RandomGenerator chance) {
        var doubled = first.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS_THAT_FIT));
        var bounded = doubled.compareTo(longest) < 0 ? doubled : longest;
        return Duration.ofMillis((long) (bounded.toMillis() * chance.nextDouble(0.5, 1.0)));
    }
}
