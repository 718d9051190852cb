package org.webinararchiver.simulator.witness;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * How a file compares with what it should be. Its text is made to be read.
 *
 * @param instants how many instants were looked at
 * @param placement where voices begin
 */
public record Report(int instants, Placement placement, List<Mismatch> mismatches) {
    private static final int TOLD = 25;

    public Report {
        Objects.requireNonNull(placement);
        mismatches = List.copyOf(mismatches);
    }

    /** Whether nothing is wrong. */
    public boolean matches() {
        return mismatches.isEmpty();
    }

    @Override
    public String toString() {
        var summary = "%s: %d mismatches at %d instants; %s"
                .formatted(
                        matches() ? "As it should be" : "NOT as it should be", mismatches.size(), instants, placement);
        var told = mismatches.stream()
                .limit(TOLD)
                .map(mismatch -> "\n  " + mismatch)
                .collect(Collectors.joining());
        return summary + told + (mismatches.size() > TOLD ? "\n  and " + (mismatches.size() - TOLD) + " more" : "");
    }
}
