package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.Objects;
import org.webinararchiver.core.timeline.Stretch.Footage;

/**
 * A part of a track that is shown while nothing else is.
 *
 * @param track the id of the track
 */
record Shot(String track, Placed part) {
    Shot {
        Objects.requireNonNull(track);
        Objects.requireNonNull(part);
    }

    /** As a stretch of the picture, its first frame shown early by the lead. */
    Footage footage(Duration at, Duration lead) {
        return new Footage(part.segment(), track, at, lead, part.from(), part.lasting(), Duration.ZERO);
    }
}
