package org.webinararchiver.platform.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.webinararchiver.core.budget.Refusal;

/** A place inside a gate. */
final class GatePermit implements ConnectionBudget.Permit {
    private final Gate gate;
    private final Instant begun;
    private final Reports reports;
    private final AtomicBoolean told = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    GatePermit(Gate gate, Instant begun, Reports reports) {
        this.gate = gate;
        this.begun = begun;
        this.reports = reports;
    }

    /** Hears how requests went. */
    interface Reports {
        /** A request ended well while all connections were in use. */
        void succeeded();

        void refused(Refusal refusal);
    }

    @Override
    public void succeeded() {
        if (told.compareAndSet(false, true) && gate.isFull()) {
            reports.succeeded();
        }
    }

    @Override
    public void refused(Optional<Duration> retryAfter) {
        if (told.compareAndSet(false, true)) {
            reports.refused(new Refusal(begun, retryAfter));
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            gate.leave();
        }
    }
}
