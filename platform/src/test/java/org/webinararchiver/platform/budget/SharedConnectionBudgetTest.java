package org.webinararchiver.platform.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.budget.BudgetRule;
import org.webinararchiver.platform.PlatformTest;
import org.webinararchiver.platform.budget.ConnectionBudget.Permit;
import org.webinararchiver.platform.budget.ConnectionDemand.AgedRefusal;
import org.webinararchiver.platform.task.Transactions;

@PlatformTest
class SharedConnectionBudgetTest {
    private static final BudgetRule RULE = new BudgetRule(4, 8, Duration.ofMillis(100), Duration.ofSeconds(60));
    private static final LeaseTimes TIMES = new LeaseTimes(Duration.ofMillis(50), Duration.ofSeconds(2));
    private static final Duration LEASE = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    SharedBudgets budgets;

    @Inject
    Transactions transactions;

    @Inject
    EntityManager database;

    private final String host = UUID.randomUUID() + ".example";
    private final List<SharedConnectionBudget> pools = new ArrayList<>();
    private final AtomicInteger idleClosed = new AtomicInteger();

    @AfterEach
    void giveBack() {
        pools.forEach(SharedConnectionBudget::close);
    }

    @Test
    void twoWorkersTogetherNeverExceedTheBudgetAndBothGetOn() throws InterruptedException, OriginRests {
        var open = new AtomicInteger();
        var most = new AtomicInteger();
        try (var one = new Fetchers(pool(), host, 10, open, most);
                var other = new Fetchers(pool(), host, 10, open, most)) {
            await().atMost(PATIENCE).until(() -> one.fetched() > 500 && other.fetched() > 500);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(leases()).containsExactly(2, 2));
        }
        assertThat(most.get()).isBetween(2, 4);
    }

    @Test
    void aWorkerThatIsAloneGetsAllAndAnotherOneItsHalfAsSoonAsItComes() throws InterruptedException, OriginRests {
        var first = pool();
        var second = pool();
        var permits = acquire(first, 4);
        assertThat(leases()).containsExactly(4);
        try (var waiting = new Fetchers(second, host, 4, new AtomicInteger(), new AtomicInteger())) {
            await().atMost(PATIENCE).until(() -> leases().equals(List.of(0, 4)));
            assertThat(waiting.fetched()).isZero();
            permits.removeLast().close();
            await().atMost(PATIENCE).until(() -> waiting.fetched() > 0);
            assertThat(idleClosed.get()).isPositive();
        }
        permits.forEach(Permit::close);
    }

    @Test
    void whatIsNotNeededAnyMoreIsGivenBackWithoutBeingAskedFor() throws InterruptedException, OriginRests {
        acquire(pool(), 3).forEach(Permit::close);
        await().atMost(PATIENCE).until(() -> leases().isEmpty());
        assertThat(idleClosed.get()).isPositive();
    }

    @Test
    void whatAKilledWorkerHeldIsFreeWhenItsLeaseHasRunOut() throws InterruptedException, OriginRests {
        var lease = Duration.ofMillis(600);
        assertThat(renew("killed", 4, 0, lease).connections()).isEqualTo(4);
        assertThat(renew("living", 4, 0, lease).connections()).isZero();
        var permits = acquire(pool(), 4);
        assertThat(permits).hasSize(4);
        permits.forEach(Permit::close);
    }

    @Test
    void aRefusalOfOneWorkerHalvesTheBudgetOfAll() throws InterruptedException, OriginRests {
        var first = pool();
        try (var permit = first.acquire(host, PATIENCE)) {
            permit.refused(Optional.empty());
        }
        await().atMost(PATIENCE).until(() -> size() == 2);
        assertThat(renew("other", 4, 0, LEASE).connections()).isBetween(1, 2);
    }

    @Test
    void whatAnOriginAsksForHoldsForAllWorkersByTheDatabasesClock() {
        tell("refused", new AgedRefusal(Duration.ofSeconds(1), Optional.of(Duration.ofSeconds(30))));
        assertThat(renew("other", 4, 0, LEASE).rest()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
    }

    @Test
    void refusalsOfOneBurstHalveOnceWhoeverTells() {
        tell("first", new AgedRefusal(Duration.ofMillis(300), Optional.empty()));
        tell("second", new AgedRefusal(Duration.ofMillis(500), Optional.empty()));
        assertThat(size()).isEqualTo(2);
    }

    @Test
    void whatIsStillOpenAfterAHalvingIsNotGivenToOthers() {
        assertThat(renew("one", 4, 0, LEASE).connections()).isEqualTo(4);
        tell("one", new AgedRefusal(Duration.ZERO, Optional.empty()));
        assertThat(renew("one", 4, 4, LEASE).connections()).isEqualTo(2);
        assertThat(renew("other", 4, 0, LEASE).connections()).isZero();
        assertThat(renew("one", 4, 1, LEASE).connections()).isEqualTo(1);
        assertThat(renew("other", 4, 0, LEASE).connections()).isEqualTo(1);
    }

    @Test
    void successesMakeItGrowForAll() {
        transactions.run(() -> budgets.renew(new ConnectionDemand(host, "lucky", 4, 4, 16, List.of()), RULE, LEASE));
        assertThat(size()).isEqualTo(5);
    }

    private SharedConnectionBudget pool() {
        var pool = new SharedConnectionBudget(budgets, transactions, RULE, TIMES, idleClosed::incrementAndGet);
        pools.add(pool);
        return pool;
    }

    private List<Permit> acquire(ConnectionBudget pool, int count) throws InterruptedException, OriginRests {
        var permits = new ArrayList<Permit>();
        for (int number = 0; number < count; number++) {
            permits.add(pool.acquire(host, PATIENCE));
        }
        return permits;
    }

    private ConnectionGrant renew(String holder, int wanted, int held, Duration lease) {
        return transactions.call(
                () -> budgets.renew(new ConnectionDemand(host, holder, wanted, held, 0, List.of()), RULE, lease));
    }

    private void tell(String holder, AgedRefusal refusal) {
        transactions.run(
                () -> budgets.renew(new ConnectionDemand(host, holder, 4, 4, 0, List.of(refusal)), RULE, LEASE));
        transactions.run(() -> budgets.giveBack(host, holder));
    }

    private double size() {
        return (double) transactions.call(
                () -> database.createNativeQuery("select size from connection_budget where host = :host", Double.class)
                        .setParameter("host", host)
                        .getSingleResult());
    }

    @SuppressWarnings("unchecked") // the query was created for this class of result
    private List<Integer> leases() {
        return transactions.call(() -> database.createNativeQuery(
                        "select connections from connection_lease where host = :host order by connections",
                        Integer.class)
                .setParameter("host", host)
                .getResultList());
    }
}
