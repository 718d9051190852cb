package org.webinararchiver.core.chart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Where on a picture an instant is.
 *
 * @param left of time zero, in pixels
 * @param width of the whole duration, in pixels
 */
record TimeAxis(Duration duration, int left, int width) {
    private static final int MOST_MARKS = 13;

    /** What people like to count in. */
    private static final List<Duration> STEPS = LongStream.of(
                    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400)
            .mapToObj(Duration::ofSeconds)
            .toList();

    double at(Duration instant) {
        if (duration.isZero()) {
            return left;
        }
        double share = (double) instant.toMillis() / Math.max(1, duration.toMillis());
        return left + width * Math.clamp(share, 0, 1);
    }

    /** Round instants, the first of them zero. */
    List<Duration> marks() {
        var step = step();
        var marks = new ArrayList<Duration>();
        for (var mark = Duration.ZERO; mark.compareTo(duration) <= 0; mark = mark.plus(step)) {
            marks.add(mark);
        }
        return marks;
    }

    private Duration step() {
        var days = Stream.iterate(STEPS.getLast(), step -> step.multipliedBy(2));
        return Stream.concat(STEPS.stream(), days)
                .filter(step -> duration.toMillis() / step.toMillis() < MOST_MARKS)
                .findFirst()
                .orElseThrow();
    }
}
