package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.webinararchiver.core.timeline.Stretch.Blank;
import org.webinararchiver.core.timeline.Stretch.Footage;

/** Lays parts that do not overlap on the time axis, one after another, and decides what fills the holes. */
final class PicturePlan {
    /** A hole this long is shown black; the eye takes a shorter one for a frame that stays. */
    static final Duration NOTICED_HOLE = Duration.ofMillis(500);

    private final List<Stretch> stretches = new ArrayList<>();
    private Duration reached = Duration.ZERO;

    private PicturePlan() {}

    static Picture lay(Optional<String> track, List<Placed> parts, Duration duration) {
        var plan = new PicturePlan();
        parts.forEach(plan::append);
        plan.finish(duration);
        return new Picture(track, plan.stretches);
    }

    private void append(Placed part) {
        var hole = part.at().minus(reached);
        if (reached.isZero() && isShort(hole)) {
            add(new Footage(part.segment(), reached, hole, part.from(), part.lasting(), Duration.ZERO));
        } else {
            fill(hole);
            add(new Footage(part.segment(), part.at(), Duration.ZERO, part.from(), part.lasting(), Duration.ZERO));
        }
    }

    private void finish(Duration duration) {
        fill(duration.minus(reached));
    }

    private void fill(Duration hole) {
        if (!hole.isPositive()) {
            return;
        }
        if (isShort(hole) && !stretches.isEmpty() && stretches.getLast() instanceof Footage last) {
            stretches.removeLast();
            add(last.heldFor(hole));
        } else {
            add(new Blank(reached, hole));
        }
    }

    private void add(Stretch stretch) {
        stretches.add(stretch);
        reached = stretch.end();
    }

    private static boolean isShort(Duration hole) {
        return hole.compareTo(NOTICED_HOLE) < 0;
    }
}
