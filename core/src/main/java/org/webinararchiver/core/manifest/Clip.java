package org.webinararchiver.core.manifest;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A part of a segment at its place on the recording's time axis.
 *
 * @param segment the id of the segment it is cut from
 * @param start its place on the recording's time axis, zero or later
 * @param trim how much of the segment's beginning is left out
 * @param end where on the recording's time axis it is cut off at the latest; absent where the segment's own end decides
 */
public record Clip(String segment, Duration start, Duration trim, Optional<Duration> end) {
    public Clip {
        Objects.requireNonNull(segment);
        if (start.isNegative() || trim.isNegative()) {
            throw new IllegalArgumentException("a clip starts at zero or later: " + start + ", trimmed by " + trim);
        }
        if (end.isPresent() && end.get().compareTo(start) < 0) {
            throw new IllegalArgumentException("a clip ends before it starts: " + start + " to " + end.get());
        }
    }

    /** A whole segment that starts here. */
    public static Clip whole(String segment, Duration start) {
        return new Clip(segment, start, Duration.ZERO, Optional.empty());
    }
}
