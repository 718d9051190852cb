package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.webinararchiver.core.timeline.Stretch.Blank;
import org.webinararchiver.core.timeline.Stretch.Footage;

/** Lays shots that do not overlap on the time axis, one after another, and decides what fills the holes. */
final class PicturePlan {
    /** A hole this long is shown black; the eye takes a shorter one for a frame that stays. */
    static final Duration NOTICED_HOLE = Duration.ofMillis(500);

    private final List<Stretch> stretches = new ArrayList<>();
    private Duration reached = Duration.ZERO;

    private PicturePlan() {}

    static Picture lay(List<Shot> shots, Duration duration) {
        var plan = new PicturePlan();
        shots.forEach(plan::append);
        plan.finish(duration);
        return new Picture(plan.stretches);
    }

    private void append(Shot shot) {
        var hole = shot.part().at().minus(reached);
        if (reached.isZero() && isShort(hole)) {
            add(shot.footage(reached, hole));
        } else {
            fill(hole);
            add(shot.footage(shot.part().at(), Duration.ZERO));
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
