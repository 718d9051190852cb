package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is seen during a recording, one thing at a time.
 *
 * @param track the id of the track that is shown; absent where no track has any picture
 * @param stretches in order, each beginning where the one before it ends, the first at zero; none only for a recording
 *     that lasts no time
 */
public record Picture(Optional<String> track, List<Stretch> stretches) {
    public Picture {
        Objects.requireNonNull(track);
        stretches = List.copyOf(stretches);
        var expected = Duration.ZERO;
        for (var stretch : stretches) {
            if (!stretch.at().equals(expected)) {
                throw new IllegalArgumentException("a stretch begins at " + stretch.at() + ", not at " + expected);
            }
            expected = stretch.end();
        }
    }

    public Duration duration() {
        return stretches.isEmpty() ? Duration.ZERO : stretches.getLast().end();
    }
}
