package org.webinararchiver.platform.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.webinararchiver.core.budget.Refusal;
import org.webinararchiver.platform.budget.ConnectionDemand.AgedRefusal;

/** How requests went, kept until it was told; a few of many refusals, since a burst counts once. */
final class Findings {
    private static final int REFUSALS_KEPT = 32;

    private final List<Refusal> refusals = new ArrayList<>();
    private int successes;

    /** What there is to tell at one time. */
    record Told(int successes, List<Refusal> refusals) {
        boolean isEmpty() {
            return successes == 0 && refusals.isEmpty();
        }

        List<AgedRefusal> aged(Instant now) {
            return refusals.stream()
                    .map(refusal -> new AgedRefusal(Duration.between(refusal.begun(), now), refusal.retryAfter()))
                    .toList();
        }
    }

    synchronized void addSuccess() {
        successes++;
    }

    synchronized void add(Refusal refusal) {
        if (refusals.size() < REFUSALS_KEPT) {
            refusals.add(refusal);
        }
    }

    synchronized Told toTell() {
        return new Told(successes, List.copyOf(refusals));
    }

    /** Forgets what was told; what came in meanwhile stays. */
    synchronized void forget(Told told) {
        successes -= told.successes();
        refusals.subList(0, told.refusals().size()).clear();
    }
}
