package org.webinararchiver.core.manifest;

import java.time.Duration;
import java.util.Objects;

/**
 * A file that was made of a part of a twin in which the times go on without a break.
 *
 * @param segment the id under which clips are cut from it
 * @param discontinuity how many breaks of the times there were before it: picture and sound of one number have one
 *     clock
 * @param at where in the twin it begins, by the lengths that the playlist gives
 */
public record TwinRun(String segment, long discontinuity, Duration at) {
    public TwinRun {
        Objects.requireNonNull(segment);
        if (at.isNegative()) {
            throw new IllegalArgumentException("a twin begins with its first run: " + at);
        }
    }
}
