package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** How far something is from its time at many instants, in milliseconds, in order of time; late is more than zero. */
final class Lateness {
    private final String of;
    private final List<Double> errors = new ArrayList<>();

    /** @param of what it is the lateness of, in words */
    Lateness(String of) {
        this.of = of;
    }

    void add(double millis) {
        errors.add(millis);
    }

    /** Nineteen of twenty are no further from their time than this. */
    void assertMostWithin(double millis) {
        var sorted = errors.stream().map(Math::abs).sorted().toList();
        assertThat(sorted).as(of).isNotEmpty();
        assertThat(sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1))
                .as("the 95th percentile of %d of %s", sorted.size(), of)
                .isLessThanOrEqualTo(millis);
    }

    /** The last tenth is as late as the first one. */
    void assertNoDrift(double millis) {
        int tenth = errors.size() / 10;
        assertThat(tenth).as(of).isPositive();
        double first = mean(errors.subList(0, tenth));
        double last = mean(errors.subList(errors.size() - tenth, errors.size()));
        assertThat(Math.abs(last - first))
                .as("%s: %.1f ms in the first tenth, %.1f ms in the last", of, first, last)
                .isLessThanOrEqualTo(millis);
    }

    private static double mean(List<Double> some) {
        return some.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    @Override
    public String toString() {
        return of + ": " + errors;
    }
}
