package org.webinararchiver.download.fetch;

import java.time.Duration;
import org.webinararchiver.core.budget.BudgetRule;
import org.webinararchiver.platform.budget.ConnectionBudget;
import org.webinararchiver.platform.budget.WorkerConnectionBudget;

/** Budgets that tests give out. */
final class Budgets {
    private Budgets() {}

    /** So many connections to each origin, and no pause after a refusal but what the origin asks for. */
    static ConnectionBudget of(int connections) {
        return new WorkerConnectionBudget(
                new BudgetRule(connections, connections, Duration.ZERO, Duration.ofMinutes(2)));
    }
}
