package org.webinararchiver.platform.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.webinararchiver.core.budget.Budget;
import org.webinararchiver.core.budget.BudgetRule;
import org.webinararchiver.core.budget.Refusal;
import org.webinararchiver.platform.time.SteadyTime;

/**
 * A budget of this worker alone, for workers that each have an address of their own. Forgotten when the worker ends.
 */
public final class WorkerConnectionBudget implements ConnectionBudget {
    private final BudgetRule rule;
    private final InstantSource time = new SteadyTime();
    private final Map<String, Origin> origins = new ConcurrentHashMap<>();

    public WorkerConnectionBudget(BudgetRule rule) {
        this.rule = rule;
    }

    @Override
    public Permit acquire(String host, Duration patience) throws InterruptedException, OriginRests {
        return origins.computeIfAbsent(host, unknown -> new Origin()).acquire(patience);
    }

    @Override
    public void close() {}

    private final class Origin implements GatePermit.Reports {
        private final Gate gate = new Gate(time);
        private Budget budget = Budget.starting(rule);

        Origin() {
            follow(budget);
        }

        Permit acquire(Duration patience) throws InterruptedException, OriginRests {
            gate.enter(() -> {}, patience);
            return new GatePermit(gate, time.instant(), this);
        }

        @Override
        public synchronized void succeeded() {
            follow(budget.succeeded(1, rule));
        }

        @Override
        public synchronized void refused(Refusal refusal) {
            follow(budget.refused(refusal, time.instant(), rule));
        }

        private void follow(Budget next) {
            budget = next;
            gate.allow(next.connections(), next.notBefore(), Instant.MAX);
        }
    }
}
