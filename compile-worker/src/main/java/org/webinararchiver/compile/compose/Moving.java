package org.webinararchiver.compile.compose;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.webinararchiver.core.layout.Box;
import org.webinararchiver.core.timeline.Stretch.Footage;

/**
 * A part of a file that is shown in one place of the screen.
 *
 * @param box where it is, in the proportions of its picture
 */
public record Moving(Footage footage, Box box) {
    public Moving {
        Objects.requireNonNull(footage);
        Objects.requireNonNull(box);
    }

    Duration from() {
        return footage.at();
    }

    Duration until() {
        return footage.end();
    }

    /** Whether some of it is shown between two instants. */
    boolean isShownIn(Duration start, Duration end) {
        return from().compareTo(end) < 0 && start.compareTo(until()) < 0;
    }

    /** The two as one, where the other goes on in the same place and the same file without a break. */
    Optional<Moving> joinedBy(Moving next) {
        var later = next.footage;
        var goesOn = footage.held().isZero()
                && later.lead().isZero()
                && footage.segment().equals(later.segment())
                && footage.track().equals(later.track())
                && box.equals(next.box)
                && footage.end().equals(later.at())
                && footage.from().plus(footage.playing()).equals(later.from());
        return goesOn
                ? Optional.of(new Moving(
                        new Footage(
                                footage.segment(),
                                footage.track(),
                                footage.at(),
                                footage.lead(),
                                footage.from(),
                                footage.playing().plus(later.playing()),
                                later.held()),
                        box))
                : Optional.empty();
    }
}
