package org.webinararchiver.download.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.webinararchiver.core.budget.BudgetRule;
import org.webinararchiver.download.DownloadSettings;
import org.webinararchiver.download.web.GuardedWeb;
import org.webinararchiver.platform.budget.ConnectionBudget;
import org.webinararchiver.platform.budget.LeaseTimes;
import org.webinararchiver.platform.budget.SharedBudgets;
import org.webinararchiver.platform.budget.SharedConnectionBudget;
import org.webinararchiver.platform.budget.WorkerConnectionBudget;
import org.webinararchiver.platform.task.Transactions;

/** Makes the budget that is configured. It is closed by the role, while the database still answers. */
@ApplicationScoped
public class ConnectionBudgetProducer {
    private final DownloadSettings settings;

    ConnectionBudgetProducer(DownloadSettings settings) {
        this.settings = settings;
    }

    @Produces
    @ApplicationScoped
    ConnectionBudget budget(SharedBudgets budgets, Transactions transactions, GuardedWeb web) {
        return switch (settings.budget()) {
            case SHARED ->
                new SharedConnectionBudget(budgets, transactions, rule(), times(), web::closeIdleConnections);
            case WORKER -> new WorkerConnectionBudget(rule());
        };
    }

    private BudgetRule rule() {
        var connections = settings.connections();
        return new BudgetRule(connections.start(), connections.most(), connections.settle(), connections.longestRest());
    }

    private LeaseTimes times() {
        return new LeaseTimes(
                settings.connections().heartbeat(), settings.connections().lease());
    }
}
