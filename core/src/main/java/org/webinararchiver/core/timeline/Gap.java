package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that belongs into the recording and could not be had.
 *
 * @param segment the id of the segment that is missing or damaged
 * @param track the id of the track that it belongs to
 * @param participant the id of the person whose track that is, where known
 * @param from where on the recording's time axis it is missed
 * @param until where it is missed no longer; where nobody told, the next clip of its track or the recording's end
 */
public record Gap(String segment, String track, Optional<String> participant, Duration from, Duration until) {
    public Gap {
        Objects.requireNonNull(segment);
        Objects.requireNonNull(track);
        Objects.requireNonNull(participant);
        if (from.isNegative() || until.compareTo(from) < 0) {
            throw new IllegalArgumentException("a gap from " + from + " to " + until);
        }
    }

    /** What is missed of it before this instant, which lies later than its beginning. */
    Gap cutAt(Duration instant) {
        return new Gap(segment, track, participant, from, until.compareTo(instant) < 0 ? until : instant);
    }
}
