package org.webinararchiver.core.budget;

import java.time.Duration;

/**
 * How a {@link Budget} follows what an origin bears.
 *
 * @param start connections to an origin that nothing is known of, 1 or more
 * @param most connections at any time, {@code start} or more
 * @param settle how long nothing is begun after the budget was halved. Whoever shares the budget hears of the new size
 *     in this time, so it is longer than the pause between two looks at it.
 * @param longestRest of all that an origin asks for with {@code Retry-After}, the longest that is granted
 */
public record BudgetRule(int start, int most, Duration settle, Duration longestRest) {

    /** MTS Link resets connections past about five of one client, and sometimes fewer. */
    public static final BudgetRule DEFAULT = new BudgetRule(4, 8, Duration.ofSeconds(3), Duration.ofMinutes(2));

    public BudgetRule {
        if (start < 1 || most < start || settle.isNegative() || longestRest.isNegative()) {
            throw new IllegalArgumentException("not a rule for a budget: start %d, most %d, settle %s, longest rest %s"
                    .formatted(start, most, settle, longestRest));
        }
    }
}
