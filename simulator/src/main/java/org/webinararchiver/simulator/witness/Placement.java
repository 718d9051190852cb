package org.webinararchiver.simulator.witness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How far voices begin from where they should, over many measurements. */
public final class Placement {
    private final List<Duration> errors = new ArrayList<>();

    Placement() {}

    void add(Duration error) {
        errors.add(error);
    }

    /** How many were measured. */
    public int count() {
        return errors.size();
    }

    /** The mean error, positive when voices are late; zero when nothing was measured. */
    public Duration mean() {
        return errors.isEmpty()
                ? Duration.ZERO
                : errors.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(errors.size());
    }

    /** The largest error to either side; zero when nothing was measured. */
    public Duration largest() {
        return errors.stream().map(Duration::abs).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    @Override
    public String toString() {
        return "%d voices measured, %+.1f ms on average, %.1f ms at most"
                .formatted(count(), milliseconds(mean()), milliseconds(largest()));
    }

    private static double milliseconds(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
