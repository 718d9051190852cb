package org.webinararchiver.platform.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.PlatformTest;
import org.webinararchiver.platform.Samples;

@PlatformTest
class TaskWorkerTest extends WorkerUnderTest {
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
}
