package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.List;
import org.webinararchiver.core.timeline.Stretch.Footage;

/**
 * What is seen during a recording, one thing at a time.
 *
 * @param stretches in order, each beginning where the one before it ends, the first at zero; none only for a recording
 *     that lasts no time
 */
public record Picture(List<Stretch> stretches) {
    public Picture {
        stretches = List.copyOf(stretches);
        var expected = Duration.ZERO;
        for (var stretch : stretches) {
            if (!stretch.at().equals(expected)) {
                throw new IllegalArgumentException("a stretch begins at " + stretch.at() + ", not at " + expected);
            }
            expected = stretch.end();
        }
    }

    /** The stretches that show something, in order. */
    public List<Footage> footage() {
        return stretches.stream()
                .filter(Footage.class::isInstance)
                .map(Footage.class::cast)
                .toList();
    }

    public Duration duration() {
        return stretches.isEmpty() ? Duration.ZERO : stretches.getLast().end();
    }
}
