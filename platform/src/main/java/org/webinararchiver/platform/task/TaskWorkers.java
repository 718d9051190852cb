package org.webinararchiver.platform.task;

import jakarta.enterprise.context.ApplicationScoped;

/** Makes workers for whatever a role knows how to do. */
@ApplicationScoped
public class TaskWorkers {
    private final TaskLedger ledger;
    private final TaskClaims claims;
    private final Ripening ripening;
    private final TaskEndings endings;
    private final Transactions transactions;
    private final TaskSettings settings;

    public TaskWorkers(
            TaskLedger ledger,
            TaskClaims claims,
            Ripening ripening,
            TaskEndings endings,
            Transactions transactions,
            TaskSettings settings) {
        this.ledger = ledger;
        this.claims = claims;
        this.ripening = ripening;
        this.endings = endings;
        this.transactions = transactions;
        this.settings = settings;
    }

    /**
     * A worker that is yet to be started.
     *
     * @param atOnce how many tasks it does side by side, 1 or more
     */
    public TaskWorker of(TaskHandler handler, int atOnce) {
        return new TaskWorker(handler, atOnce, ledger, claims, ripening, endings, transactions, settings);
    }
}
