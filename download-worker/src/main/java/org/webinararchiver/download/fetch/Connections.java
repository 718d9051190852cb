package org.webinararchiver.download.fetch;

import java.net.URI;
import java.time.Duration;
import org.webinararchiver.download.web.OriginName;
import org.webinararchiver.platform.budget.ConnectionBudget;
import org.webinararchiver.platform.budget.ConnectionBudget.Permit;
import org.webinararchiver.platform.budget.OriginRests;

/**
 * Connections to one origin, one after the other: each request has one of the budget's. Of one thread; others get
 * connections of their own.
 */
final class Connections implements AutoCloseable {
    private final ConnectionBudget budget;
    private final String host;
    private final Duration patience;
    private Permit permit;
    private boolean isFresh = true;
    private boolean used;

    private Connections(ConnectionBudget budget, String host, Duration patience, Permit first) {
        this.budget = budget;
        this.host = host;
        this.patience = patience;
        this.permit = first;
    }

    /**
     * Waits for the first.
     *
     * @param patience the longest rest of the origin that is waited for, now and before each later request
     */
    static Connections to(URI url, ConnectionBudget budget, Duration patience)
            throws InterruptedException, OriginRests {
        var host = OriginName.of(url);
        return new Connections(budget, host, patience, budget.acquire(host, patience));
    }

    /** The connection for one more request. The one before is given back first. */
    Permit next() throws InterruptedException, OriginRests {
        if (!isFresh) {
            permit.close();
            permit = budget.acquire(host, patience);
        }
        isFresh = false;
        used = true;
        return permit;
    }

    /** Connections for another thread. */
    Connections more() throws InterruptedException, OriginRests {
        return new Connections(budget, host, patience, budget.acquire(host, patience));
    }

    /** Whether the origin was asked. */
    boolean wereUsed() {
        return used;
    }

    /** Gives the connection back. Another one can still be asked for. */
    @Override
    public void close() {
        isFresh = false;
        permit.close();
    }
}
