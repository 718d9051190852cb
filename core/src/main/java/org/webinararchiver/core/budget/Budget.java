package org.webinararchiver.core.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How many connections to one origin there may be at once: additive increase, multiplicative decrease. A refusal halves
 * the budget. Successes let it grow: quickly up to where the origin refused last, and slowly around there, since each
 * look past the limit costs a request. When that place was passed without harm it was wrong, and growth is quick again.
 *
 * <p>One burst of refusals halves once: what was begun before the halving had settled says nothing about the new size.
 *
 * @param size connections, 1 or more; the fraction is growth that has not reached the next connection
 * @param ceiling connections at which the origin refused last; out of reach when it never did
 * @param settledAt when the latest halving is known to everybody
 * @param notBefore nothing is begun before this time
 */
public record Budget(double size, double ceiling, Instant settledAt, Instant notBefore) {
    /** Powers of two, so that their fractions add up exactly. */
    private static final double SUCCESSES_FOR_ONE_MORE = 16;

    private static final double SUCCESSES_FOR_ONE_MORE_NEAR_THE_CEILING = 256;

    public Budget {
        Objects.requireNonNull(settledAt);
        Objects.requireNonNull(notBefore);
        if (!(size >= 1)) {
            throw new IllegalArgumentException("a budget is one connection or more: " + size);
        }
    }

    /** Of an origin that nothing is known of. */
    public static Budget starting(BudgetRule rule) {
        return new Budget(rule.start(), rule.most() + 1.0, Instant.EPOCH, Instant.EPOCH);
    }

    /** How many there may be at once. */
    public int connections() {
        return (int) size;
    }

    /** Whether a request may be begun now, where a connection is free. */
    public boolean isOpen(Instant now) {
        return !now.isBefore(notBefore);
    }

    /**
     * Requests ended well while the budget was used up. Others tell nothing: an origin that bears one connection of
     * eight that are allowed may not bear nine.
     */
    public Budget succeeded(int times, BudgetRule rule) {
        double grown = size;
        for (int count = 0; count < times && grown < rule.most(); count++) {
            grown += 1 / successesForOneMore(grown);
        }
        return new Budget(Math.min(grown, rule.most()), ceiling, settledAt, notBefore);
    }

    private double successesForOneMore(double from) {
        boolean nearCeiling = from >= ceiling - 1 && from < ceiling + 1;
        return nearCeiling ? SUCCESSES_FOR_ONE_MORE_NEAR_THE_CEILING : SUCCESSES_FOR_ONE_MORE;
    }

    /** The origin refused a request, and this is heard of now. */
    public Budget refused(Refusal refusal, Instant now, BudgetRule rule) {
        var resting = refusal.retryAfter().map(pause -> resting(now.plus(shorter(pause, rule.longestRest()))));
        var rested = resting.orElse(this);
        return refusal.begun().isBefore(settledAt) ? rested : rested.halved(now.plus(rule.settle()));
    }

    private Budget halved(Instant settled) {
        return new Budget(Math.max(1, connections() / 2.0), connections(), settled, later(notBefore, settled));
    }

    private Budget resting(Instant until) {
        return new Budget(size, ceiling, settledAt, later(notBefore, until));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
