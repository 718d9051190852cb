package org.webinararchiver.platform.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.Failure.OurOutage.Remedy;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.task.RetryPolicy;
import org.webinararchiver.platform.PlatformTest;
import org.webinararchiver.platform.storage.StoreRefused;

/** Workers that meet an outage of our own servers, or are asked to wait. */
@PlatformTest
class WorkerInOutageTest extends WorkerUnderTest {
    private static final int MANY = 20;
    private static final Failure.OurOutage STORE_AWAY =
            new Failure.OurOutage("storage-away", "The store is away.", "Start it.", Remedy.TIME);

    @Test
    void anOutageOfOurServersIsNoAttemptHoweverLongItLasts() {
        var outages = 3 * RetryPolicy.DEFAULT.attempts();
        var away = new AtomicInteger();
        var handler = new ScriptedHandler(attempt -> {
            if (away.getAndIncrement() < outages) {
                throw new FailureException(STORE_AWAY);
            }
            return NOTHING;
        });
        add();
        start(handler);
        await().atMost(Duration.ofSeconds(30)).until(() -> state().equals("DONE"));
        assertThat(handler.attempts)
                .hasSize(outages + 1)
                .extracting(ClaimedTask::attempt)
                .containsOnly(1);
        assertThat(handler.givenUp).isEmpty();
    }

    @Test
    void whatSomebodyElseAsksToWaitForIsNoAttemptAndKeepsNoOtherTaskBack() {
        var first = new AtomicReference<UUID>();
        var handler = new ScriptedHandler(attempt -> {
            if (first.compareAndSet(null, attempt.task().id())) {
                throw new FailureException(
                        new Failure.NotNow("origin-rests", "It rests.", "None.", Duration.ofHours(1)));
            }
            return NOTHING;
        });
        addMany();
        start(handler);
        await().until(() -> count("DONE") == MANY - 1);
        assertThat(state(first.get())).isEqualTo("WAITING");
        assertThat(attempts(first.get())).isZero();
    }

    @Test
    void aWorkerThatMetAnOutageBeginsNothingForAWhile() {
        var handler = new ScriptedHandler(attempt -> {
            throw new FailureException(STORE_AWAY);
        });
        addMany();
        start(handler, Duration.ofHours(1));
        await().until(() -> !handler.attempts.isEmpty());
        worker.wake();
        await().during(Duration.ofMillis(500)).until(() -> handler.attempts.size() <= PLACES);
        assertThat(worker.outage()).contains(STORE_AWAY);
    }

    @Test
    void thenItTriesOneTaskAndGoesOnWithAllWhenThatSucceeds() {
        var together = new CyclicBarrier(PLACES);
        var tried = new CountDownLatch(1);
        var handler = new ScriptedHandler(
                attempt -> fails(together), attempt -> fails(together), attempt -> succeedsAfter(tried));
        addMany();
        start(handler, Duration.ofMillis(50));
        await().until(() -> handler.attempts.size() > PLACES);
        worker.wake();
        await().during(Duration.ofMillis(500)).until(() -> handler.attempts.size() == PLACES + 1);
        tried.countDown();
        await().until(() -> count("DONE") == MANY);
        assertThat(worker.outage()).isEmpty();
    }

    @Test
    void aWorkerThatFindsNothingToTryBelievesInNoOutageForever() {
        var handler = new ScriptedHandler(attempt -> {
            throw new FailureException(STORE_AWAY);
        });
        add();
        start(handler);
        await().until(() -> worker.outage().isPresent());
        transactions.run(() -> ledger.cancelOpen(recording));
        await().until(() -> worker.outage().isEmpty());
    }

    /** Both places meet the outage before either can begin anything else. */
    private static Effect fails(CyclicBarrier together) throws FailureException, InterruptedException {
        try {
            together.await();
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
        throw new FailureException(STORE_AWAY);
    }

    private static Effect succeedsAfter(CountDownLatch latch) throws InterruptedException {
        latch.await();
        return NOTHING;
    }

    @Test
    void aStoreThatRefusesUsFailsNoTask() {
        var handler = new ScriptedHandler(
                attempt -> {
                    throw new StoreRefused("no such bucket");
                },
                attempt -> NOTHING);
        add();
        start(handler);
        await().until(() -> state().equals("DONE"));
        assertThat(handler.attempts).extracting(ClaimedTask::attempt).containsExactly(1, 1);
    }

    private void addMany() {
        for (int number = 0; number < MANY; number++) {
            add();
        }
    }

    private long count(String state) {
        return ((Number) transactions.call(() -> recordings
                        .getEntityManager()
                        .createNativeQuery("select count(*) from task where state = :state")
                        .setParameter("state", state)
                        .getSingleResult()))
                .longValue();
    }

    private int attempts(UUID task) {
        return (int) transactions.call(() -> recordings
                .getEntityManager()
                .createNativeQuery("select attempts from task where id = :id")
                .setParameter("id", task)
                .getSingleResult());
    }
}
