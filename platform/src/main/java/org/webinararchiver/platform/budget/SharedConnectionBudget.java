package org.webinararchiver.platform.budget;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.webinararchiver.core.budget.BudgetRule;
import org.webinararchiver.platform.task.Transactions;
import org.webinararchiver.platform.time.SteadyTime;

/**
 * This worker's part of the budgets that all workers share. Leases are renewed for each origin as a whole with every
 * heartbeat, whatever the number of files, and only while there is something to fetch. Without the database nothing new
 * is begun once the lease has run out.
 */
public final class SharedConnectionBudget implements ConnectionBudget {
    private static final Logger LOG = Logger.getLogger(SharedConnectionBudget.class);
    private static final long SECONDS_TO_GIVE_BACK = 5;

    private final SharedBudgets budgets;
    private final Transactions transactions;
    private final BudgetRule rule;
    private final LeaseTimes times;
    private final IdleConnections idle;
    private final String holder =
            "%s@%d".formatted(UUID.randomUUID(), ProcessHandle.current().pid());
    private final InstantSource time = new SteadyTime();
    private final Map<String, LeasedOrigin> origins = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("connection-budget").factory());

    /**
     * @param idle the connections of this worker's client, closed before their places are given to others
     * @throws IllegalArgumentException when a halving settles before the next heartbeat of everybody
     */
    public SharedConnectionBudget(
            SharedBudgets budgets, Transactions transactions, BudgetRule rule, LeaseTimes times, IdleConnections idle) {
        this.budgets = budgets;
        this.transactions = transactions;
        this.rule = rule;
        this.times = times;
        this.idle = idle;
    }

    @Override
    public Permit acquire(String host, Duration patience) throws InterruptedException, OriginRests {
        return origins.computeIfAbsent(host, this::origin).acquire(patience);
    }

    private LeasedOrigin origin(String host) {
        return new LeasedOrigin(host, holder, rule, times, time, new Desk());
    }

    /** Where an origin's leases are renewed, and when. */
    private final class Desk implements LeasedOrigin.Desk {
        @Override
        public ConnectionGrant renew(ConnectionDemand demand) {
            return transactions.call(() -> budgets.renew(demand, rule, times.lease()));
        }

        @Override
        public void giveBack(String host) {
            transactions.run(() -> budgets.giveBack(host, holder));
        }

        @Override
        public void closeIdleConnections() {
            idle.close();
        }

        @Override
        public void soon(Runnable step) {
            if (!clockwork.isShutdown()) {
                clockwork.execute(() -> guarded(step));
            }
        }

        @Override
        public void afterHeartbeat(Runnable step) {
            clockwork.schedule(() -> guarded(step), times.heartbeat().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** A step that fails once, for example because the database is away, must not end the clockwork. */
    private static void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.warnf("connections could not be leased, it is tried again: %s", e.getMessage());
            LOG.debug("the whole failure", e);
        }
    }

    /** What can not be given back now is free when its lease has run out. */
    @Override
    public void close() {
        clockwork.shutdownNow();
        try {
            if (!clockwork.awaitTermination(SECONDS_TO_GIVE_BACK, TimeUnit.SECONDS)) {
                LOG.warn("connections were not given back in time; their leases will run out");
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        idle.close();
        origins.keySet().forEach(host -> guarded(() -> transactions.run(() -> budgets.giveBack(host, holder))));
    }
}
