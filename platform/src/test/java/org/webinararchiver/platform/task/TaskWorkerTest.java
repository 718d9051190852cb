package org.webinararchiver.platform.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.Failure.OurOutage.Remedy;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.core.task.RetryPolicy;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.PlatformTest;
import org.webinararchiver.platform.Samples;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.storage.StoreRefused;

@PlatformTest
class TaskWorkerTest {
    private static final Effect NOTHING = recording -> {};
    private static final int PLACES = 2;
    private static final int MANY = 20;
    private static final Failure.OurOutage STORE_AWAY =
            new Failure.OurOutage("storage-away", "The store is away.", "Start it.", Remedy.TIME);

    @Inject
    TaskLedger ledger;

    @Inject
    TaskClaims claims;

    @Inject
    Ripening ripening;

    @Inject
    TaskEndings endings;

    @Inject
    Recordings recordings;

    @Inject
    Transactions transactions;

    private UUID recording;
    private TaskWorker worker;

    @BeforeEach
    void aRecordingAndNoOtherTasks() {
        recording = transactions.call(() -> {
            recordings
                    .getEntityManager()
                    .createNativeQuery("delete from recording")
                    .executeUpdate();
            var made =
                    new Recording(UUID.randomUUID(), "somebody", Samples.link().link());
            recordings.persistAndFlush(made);
            return made.id();
        });
    }

    @AfterEach
    void stop() {
        worker.close();
    }

    @Test
    void aWorkerThatNobodyWakesFindsItsWorkByItself() {
        var handler = new ScriptedHandler(attempt -> NOTHING);
        add();
        start(handler);
        await().until(() -> state().equals("DONE"));
        assertThat(handler.attempts).hasSize(1);
    }

    @Test
    void theEffectIsWrittenWithTheEndOfTheTask() {
        start(new ScriptedHandler(attempt -> found -> found.planned(Samples.manifest(1), "key")));
        add();
        await().until(() -> recordingState() == RecordingState.DOWNLOADING);
        assertThat(state()).isEqualTo("DONE");
    }

    @Test
    void anEffectThatFailsLeavesTheTaskUndone() {
        var handler = new ScriptedHandler(
                attempt -> found -> {
                    throw new IllegalStateException("no");
                },
                attempt -> NOTHING);
        add();
        start(handler);
        await().until(() -> handler.attempts.size() == 1 && state().equals("WAITING"));
        assertThat(recordingState()).isEqualTo(RecordingState.PENDING);
    }

    @Test
    void aBrokenConnectionIsTriedAgain() {
        var handler = new ScriptedHandler(
                attempt -> {
                    throw new IOException("reset");
                },
                attempt -> NOTHING);
        add();
        start(handler);
        await().until(() -> state().equals("DONE"));
        assertThat(handler.attempts).extracting(ClaimedTask::attempt).containsExactly(1, 2);
    }

    @Test
    void aTaskThatCanNeverSucceedIsGivenUpAtOnceAndItsHandlerIsTold() {
        var gone = new Failure.OfTask("gone", "The file is gone.", "None.");
        var handler = new ScriptedHandler(attempt -> {
            throw new FailureException(gone);
        });
        add();
        start(handler);
        await().until(() -> state().equals("FAILED"));
        assertThat(handler.givenUp).containsExactly(gone);
        assertThat(handler.attempts).hasSize(1);
    }

    @Test
    void aRecordingThatCannotBeHadFailsWithItsOtherTasks() {
        var handler = new ScriptedHandler(attempt -> {
            throw new FailureException(new Failure.OfRecording("private", "It is private.", "Log in."));
        });
        var other = add(TaskKind.COMPILE);
        add();
        start(handler);
        await().until(() -> recordingState() == RecordingState.FAILED);
        assertThat(state(other)).isEqualTo("CANCELLED");
        var failure =
                transactions.call(() -> recordings.findById(recording).failure().orElseThrow());
        assertThat(failure.reason()).isEqualTo("private");
        assertThat(failure.advice()).isEqualTo("Log in.");
    }

    @Test
    void aWorkerThatEndsGivesItsTaskBackAndItCountsAsNoAttempt() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var handler = new ScriptedHandler(attempt -> {
            begun.countDown();
            new CountDownLatch(1).await();
            return NOTHING;
        });
        add();
        start(handler);
        begun.await();
        worker.close();
        assertThat(state()).isEqualTo("WAITING");
        var next = transactions
                .call(() -> {
                    ripening.ripen();
                    return claims.claim(TaskKind.FETCH, "next", Duration.ofMinutes(1));
                })
                .orElseThrow();
        assertThat(next.attempt()).isEqualTo(1);
    }

    @Test
    void workThatIsDoneIsWrittenThoughTheWorkerEndsMeanwhile() {
        var writing = new CountDownLatch(1);
        var mayGoOn = new CountDownLatch(1);
        start(new ScriptedHandler(attempt -> found -> {
            writing.countDown();
            awaitUninterrupted(mayGoOn);
        }));
        add();
        awaitUninterrupted(writing);
        var closing = Thread.ofPlatform().start(worker::close);
        await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);
        mayGoOn.countDown();
        await().until(() -> closing.getState() == Thread.State.TERMINATED);
        assertThat(state()).isEqualTo("DONE");
    }

    /** Fails when it is interrupted, as a connection to the database does. */
    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("was interrupted", e);
        }
    }

    @Test
    void workWhoseTaskWasCancelledIsInterrupted() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var interrupted = new AtomicBoolean();
        var handler = new ScriptedHandler(attempt -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.set(true);
                throw e;
            }
            return NOTHING;
        });
        add();
        start(handler);
        begun.await();
        transactions.run(() -> ledger.cancelOpen(recording));
        await().untilTrue(interrupted);
        assertThat(state()).isEqualTo("CANCELLED");
    }

    @Test
    void aTaskThatEveryWorkerDiedOfIsGivenUpWithoutAnotherAttempt() {
        var task = add();
        transactions.run(() -> recordings
                .getEntityManager()
                .createNativeQuery("update task set attempts = 6, fence = 6 where id = :id")
                .setParameter("id", task)
                .executeUpdate());
        var handler = new ScriptedHandler(attempt -> NOTHING);
        start(handler);
        await().until(() -> state().equals("FAILED"));
        assertThat(handler.attempts).isEmpty();
        assertThat(handler.givenUp).extracting(Failure::reason).containsExactly("worker-lost");
    }

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

    private void start(TaskHandler handler) {
        start(handler, Duration.ofMillis(10));
    }

    private void start(TaskHandler handler, Duration outagePause) {
        var settings = new QuickSettings(outagePause);
        worker = new TaskWorker(handler, PLACES, ledger, claims, ripening, endings, transactions, settings);
        worker.start();
    }

    /** Waits short enough for a test. */
    private record QuickSettings(Duration outagePause) implements TaskSettings {
        @Override
        public Duration lease() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration heartbeat() {
            return Duration.ofMillis(100);
        }

        @Override
        public Duration poll() {
            return Duration.ofMillis(50);
        }

        @Override
        public Duration longestOutagePause() {
            return outagePause.multipliedBy(2);
        }
    }

    private UUID add() {
        return add(TaskKind.FETCH);
    }

    private UUID add(TaskKind kind) {
        var id = UUID.randomUUID();
        transactions.run(() -> ledger.add(id, recording, kind));
        return id;
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

    private String state() {
        return (String) transactions.call(() -> recordings
                .getEntityManager()
                .createNativeQuery("select state from task where kind = 'FETCH'")
                .getSingleResult());
    }

    private String state(UUID task) {
        return (String) transactions.call(() -> recordings
                .getEntityManager()
                .createNativeQuery("select state from task where id = :id")
                .setParameter("id", task)
                .getSingleResult());
    }

    private RecordingState recordingState() {
        return transactions.call(() -> recordings.findById(recording).state());
    }
}
