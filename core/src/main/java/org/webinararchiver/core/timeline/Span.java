package org.webinararchiver.core.timeline;

import java.time.Duration;

/**
 * A time on a recording's time axis.
 *
 * @param from zero or later
 * @param until later than {@code from}; no longer part of it
 */
public record Span(Duration from, Duration until) {
    public Span {
        if (from.isNegative() || from.compareTo(until) >= 0) {
            throw new IllegalArgumentException("a time from " + from + " to " + until);
        }
    }

    public Duration lasting() {
        return until.minus(from);
    }

    public boolean holds(Duration instant) {
        return from.compareTo(instant) <= 0 && instant.compareTo(until) < 0;
    }
}
