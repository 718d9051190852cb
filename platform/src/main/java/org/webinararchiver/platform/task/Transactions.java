package org.webinararchiver.platform.task;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.webinararchiver.platform.database.DatabaseAway;
import org.webinararchiver.platform.database.DatabaseContact;

/** Runs something in a transaction of its own, from any thread. */
@ApplicationScoped
public class Transactions {
    private final DatabaseContact contact;

    public Transactions(DatabaseContact contact) {
        this.contact = contact;
    }

    /** @throws DatabaseAway when it was not done, or perhaps done without our hearing of it, for an outage */
    public <T> T call(Supplier<T> work) {
        try {
            var result = QuarkusTransaction.requiringNew().call(work::get);
            contact.held();
            return result;
        } catch (RuntimeException e) {
            throw DatabaseAway.in(e).map(this::noted).orElse(e);
        }
    }

    private RuntimeException noted(DatabaseAway away) {
        contact.lost(away);
        return away;
    }

    /** As {@link #call}, without a result. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }
}
