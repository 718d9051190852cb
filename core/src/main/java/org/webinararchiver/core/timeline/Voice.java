package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.Objects;

/**
 * Sound of a segment at its place. Voices of different tracks may overlap, those of one track never do.
 *
 * @param segment the id of the segment
 * @param track the id of the track
 * @param from where in the segment's file it begins
 * @param at where on the recording's time axis it is heard
 * @param lasting more than nothing
 */
public record Voice(String segment, String track, Duration from, Duration at, Duration lasting) {
    public Voice {
        Objects.requireNonNull(segment);
        Objects.requireNonNull(track);
        if (from.isNegative() || at.isNegative() || !lasting.isPositive()) {
            throw new IllegalArgumentException("a voice from " + from + " at " + at + " for " + lasting);
        }
    }

    static Voice of(String track, Placed part) {
        return new Voice(part.segment(), track, part.from(), part.at(), part.lasting());
    }

    public Duration end() {
        return at.plus(lasting);
    }
}
