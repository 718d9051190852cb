package org.webinararchiver.platform.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.budget.BudgetRule;

/** One thread, time that stands still until it is moved, and a desk that can be shut. */
class LeasedOriginTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private final ScriptedDesk desk = new ScriptedDesk();
    private Instant now = Instant.parse("2026-01-28T12:00:00Z");
    private final LeasedOrigin origin =
            new LeasedOrigin("host", "worker", BudgetRule.DEFAULT, LeaseTimes.DEFAULT, () -> now, desk);

    @Test
    void manyFilesCostNoMoreThanOne() throws InterruptedException, OriginRests {
        for (int file = 0; file < 1000; file++) {
            try (var connection = origin.acquire(PATIENCE)) {
                connection.succeeded();
            }
        }
        assertThat(desk.demands).hasSize(1);
    }

    @Test
    void aLeaseThatCouldNotBeRenewedLetsNobodyInUntilItCan() throws InterruptedException, OriginRests {
        desk.grant = 4;
        var connection = origin.acquire(PATIENCE);
        now = now.plus(LeaseTimes.DEFAULT.lease());
        desk.shut = true;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var second = threads.submit(() -> origin.acquire(PATIENCE));
            await().until(() -> desk.events.contains("failed"));
            desk.beat();
            assertThat(second).isNotDone();
            desk.shut = false;
            desk.beat();
            await().until(second::isDone);
        }
        connection.close();
    }

    /** The desk of this test grants no rest, like one that has not heard of it yet. */
    @Test
    void aRestThatTheOriginAskedForIsKeptBeforeAnybodyElseKnowsOfIt() throws InterruptedException, OriginRests {
        var asked = Duration.ofMinutes(1);
        try (var connection = origin.acquire(PATIENCE)) {
            connection.refused(Optional.of(asked));
        }
        now = now.plus(asked).minusMillis(1);
        desk.beat();
        assertThatExceptionOfType(OriginRests.class)
                .isThrownBy(() -> origin.acquire(Duration.ZERO))
                .satisfies(rests -> assertThat(rests.rest()).isEqualTo(Duration.ofMillis(1)));
        now = now.plusMillis(1);
        origin.acquire(Duration.ZERO).close();
    }

    @Test
    void noRestIsLongerThanTheRuleGrants() throws InterruptedException, OriginRests {
        try (var connection = origin.acquire(PATIENCE)) {
            connection.refused(Optional.of(Duration.ofDays(1)));
        }
        now = now.plus(BudgetRule.DEFAULT.longestRest());
        desk.beat();
        origin.acquire(Duration.ZERO).close();
    }

    @Test
    void whatCouldNotBeToldIsToldTheNextTimeWithItsAge() throws InterruptedException, OriginRests {
        desk.grant = 1;
        try (var connection = origin.acquire(PATIENCE)) {
            connection.succeeded();
        }
        var refused = origin.acquire(PATIENCE);
        desk.shut = true;
        now = now.plusSeconds(1);
        refused.refused(Optional.empty());
        assertThat(desk.events).endsWith("failed");
        desk.shut = false;
        now = now.plusSeconds(2);
        desk.beat();
        var told = desk.demands.getLast();
        assertThat(told.successes()).isEqualTo(1);
        assertThat(told.refusals())
                .containsExactly(new ConnectionDemand.AgedRefusal(Duration.ofSeconds(3), Optional.empty()));
        desk.beat();
        assertThat(desk.demands.getLast().refusals()).isEmpty();
        assertThat(desk.demands.getLast().successes()).isZero();
    }

    @Test
    void idleConnectionsAreClosedBeforeTheirPlacesAreGivenBackAndThenTheClockStops()
            throws InterruptedException, OriginRests {
        origin.acquire(PATIENCE).close();
        desk.beat();
        assertThat(desk.events).containsExactly("renewed", "idle closed", "given back");
        desk.beat();
        assertThat(desk.heartbeats).isEmpty();
        assertThat(desk.events).hasSize(3);
    }

    @Test
    void aPlaceThatWasTakenAwayCountsAsHeldUntilItsConnectionsAreClosed() throws InterruptedException, OriginRests {
        desk.grant = 3;
        var first = origin.acquire(PATIENCE);
        var second = origin.acquire(PATIENCE);
        second.close();
        desk.grant = 1;
        desk.events.clear();
        desk.beat();
        assertThat(desk.events).containsExactly("renewed", "idle closed", "renewed");
        assertThat(desk.demands.stream().map(ConnectionDemand::held)).endsWith(3, 1);
        first.close();
    }

    private static final class ScriptedDesk implements LeasedOrigin.Desk {
        private final List<ConnectionDemand> demands = new ArrayList<>();
        private final List<String> events = new CopyOnWriteArrayList<>();
        private final List<Runnable> heartbeats = new ArrayList<>();
        private int grant = 4;
        private volatile boolean shut;

        void beat() {
            var due = List.copyOf(heartbeats);
            heartbeats.clear();
            due.forEach(this::soon);
        }

        @Override
        public ConnectionGrant renew(ConnectionDemand demand) {
            if (shut) {
                throw new IllegalStateException("the database is away");
            }
            demands.add(demand);
            events.add("renewed");
            return new ConnectionGrant(grant, Duration.ZERO);
        }

        @Override
        public void giveBack(String host) {
            events.add("given back");
        }

        @Override
        public void closeIdleConnections() {
            events.add("idle closed");
        }

        @Override
        public void soon(Runnable step) {
            try {
                step.run();
            } catch (IllegalStateException e) {
                events.add("failed");
            }
        }

        @Override
        public void afterHeartbeat(Runnable step) {
            heartbeats.add(step);
        }
    }
}
