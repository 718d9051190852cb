package org.webinararchiver.standalone.archive;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.webinararchiver.platform.task.TaskLedger;
import org.webinararchiver.platform.task.Transactions;

/**
 * Frees what a killed run held. Elsewhere a lost worker's leases run out by themselves; here the data folder's lock
 * proves that no worker lives, so there is no need to wait.
 */
@ApplicationScoped
public class LeftLeases {
    private static final int BEFORE_ALL_OTHERS = 1;

    void free(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent event, TaskLedger ledger, Transactions transactions) {
        transactions.run(ledger::freeAll);
    }
}
