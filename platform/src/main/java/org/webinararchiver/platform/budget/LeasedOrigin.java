package org.webinararchiver.platform.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.webinararchiver.core.budget.BudgetRule;
import org.webinararchiver.core.budget.Refusal;

/**
 * One worker's connections to one origin. It asks for as many as it could use, and again as soon as it could use more
 * or was refused; otherwise with every heartbeat until it needs none.
 */
final class LeasedOrigin implements GatePermit.Reports {
    private final String host;
    private final String holder;
    private final BudgetRule rule;
    private final LeaseTimes times;
    private final InstantSource time;
    private final Desk desk;
    private final Gate gate;
    private final Findings findings = new Findings();

    private final AtomicBoolean renewalIsDue = new AtomicBoolean();
    private volatile int asked;

    /** A renewal that is under way when the origin asks for a rest does not know of it. */
    private final AtomicReference<Instant> restsUntil = new AtomicReference<>(Instant.MIN);

    // of the desk's thread alone
    private boolean beating;
    private boolean leased;
    private int held;

    LeasedOrigin(String host, String holder, BudgetRule rule, LeaseTimes times, InstantSource time, Desk desk) {
        this.host = host;
        this.holder = holder;
        this.rule = rule;
        this.times = times;
        this.time = time;
        this.desk = desk;
        this.gate = new Gate(time);
    }

    /** Where leases are renewed, and when. All steps are run by one thread. */
    interface Desk {
        ConnectionGrant renew(ConnectionDemand demand);

        void giveBack(String host);

        void closeIdleConnections();

        void soon(Runnable step);

        void afterHeartbeat(Runnable step);
    }

    ConnectionBudget.Permit acquire(Duration patience) throws InterruptedException, OriginRests {
        gate.enter(this::wantMore, patience);
        return new GatePermit(gate, time.instant(), this);
    }

    @Override
    public void succeeded() {
        findings.addSuccess();
    }

    /** Nothing more is begun here before the others had time to hear of it, and soon they do. */
    @Override
    public void refused(Refusal refusal) {
        var now = time.instant();
        findings.add(refusal);
        refusal.retryAfter()
                .map(this::granted)
                .ifPresent(rest -> restsUntil.accumulateAndGet(now.plus(rest), LeasedOrigin::later));
        gate.rest(later(now.plus(rule.settle()), restsUntil.get()));
        renewSoon();
    }

    private Duration granted(Duration rest) {
        return rest.compareTo(rule.longestRest()) < 0 ? rest : rule.longestRest();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void wantMore() {
        if (wanted(gate.crowd()) > asked) {
            renewSoon();
        }
    }

    private int wanted(Gate.Crowd crowd) {
        return Math.min(crowd.inside() + crowd.waiting(), rule.most());
    }

    private void renewSoon() {
        if (renewalIsDue.compareAndSet(false, true)) {
            desk.soon(this::renew);
        }
    }

    /** Until nothing is needed any more there is a next time, also when this one fails. */
    private void renew() {
        var crowd = takeNote();
        if (crowd.isEmpty() && !leased) {
            return;
        }
        beat();
        var told = findings.toTell();
        if (crowd.isEmpty() && told.isEmpty()) {
            giveBack();
        } else {
            ask(crowd, told);
        }
    }

    /**
     * Whoever begins to wait while the crowd is counted finds that nothing was asked, and makes it be counted again.
     */
    private Gate.Crowd takeNote() {
        renewalIsDue.set(false);
        asked = 0;
        var crowd = gate.crowd();
        asked = wanted(crowd);
        return crowd;
    }

    private void beat() {
        if (!beating) {
            beating = true;
            desk.afterHeartbeat(() -> {
                beating = false;
                renew();
            });
        }
    }

    private void ask(Gate.Crowd crowd, Findings.Told told) {
        var before = time.instant();
        leased = true;
        var grant = desk.renew(
                new ConnectionDemand(host, holder, wanted(crowd), held, told.successes(), told.aged(before)));
        findings.forget(told);
        var opens = later(time.instant().plus(grant.rest()), restsUntil.get());
        gate.allow(grant.connections(), opens, before.plus(times.lease()));
        hold(Math.max(grant.connections(), gate.crowd().inside()));
    }

    /** What is no longer held was told to be, until the idle connections were closed; so it is told once more. */
    private void hold(int now) {
        boolean fewer = now < held;
        held = now;
        if (fewer) {
            desk.closeIdleConnections();
            renewSoon();
        }
    }

    /** Closes the gate before the connections, and those before others may have them. */
    private void giveBack() {
        gate.allow(0, Instant.EPOCH, Instant.EPOCH);
        if (gate.crowd().inside() > 0) {
            return;
        }
        desk.closeIdleConnections();
        held = 0;
        desk.giveBack(host);
        leased = false;
    }
}
