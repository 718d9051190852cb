package org.webinararchiver.compile;

import java.time.Duration;
import java.util.Objects;

/**
 * A segment that is here, but of which something could not be decoded.
 *
 * @param segment the segment's id
 * @param track the id of the track that it was shown or heard in
 * @param from where on the recording's time axis it is missed
 * @param until where it is missed no longer
 */
public record Damage(String segment, String track, Duration from, Duration until) {
    public Damage {
        Objects.requireNonNull(segment);
        Objects.requireNonNull(track);
        Objects.requireNonNull(from);
        Objects.requireNonNull(until);
    }
}
