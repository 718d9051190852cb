package org.webinararchiver.platform.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.task.IllegalTransition;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.core.task.TaskState;
import org.webinararchiver.core.task.Transition;
import org.webinararchiver.platform.PlatformTest;

@PlatformTest
class TaskLedgerTest {
    @Inject
    TaskBench bench;

    @Inject
    TaskLedger ledger;

    @Inject
    Transactions transactions;

    private UUID recording;

    @BeforeEach
    void aRecordingAndNoOtherTasks() {
        bench.clear();
        recording = bench.recordingOf("anna");
    }

    @Test
    void aLeaseThatRanOutGivesTheTaskToTheNextAndShutsTheLateHolderOut() {
        bench.add(recording, TaskKind.FETCH);
        var slow = bench.claim(TaskKind.FETCH, TaskBench.OVER).orElseThrow();
        bench.ripen();
        var next = bench.claim(TaskKind.FETCH).orElseThrow();

        assertThat(next.id()).isEqualTo(slow.id());
        assertThat(next.fence()).isGreaterThan(slow.fence());
        assertThat(next.attempt()).isEqualTo(2);
        assertThat(transactions.call(() -> ledger.extend(slow, TaskBench.LONG, 0.5)))
                .isFalse();
        assertLost(() -> ledger.apply(slow.id(), new Transition.Succeed(slow.fence())));
        assertLost(() -> ledger.mustHold(slow));
        bench.apply(next.id(), new Transition.Succeed(next.fence()));
        assertThat(bench.find(next.id()).state()).isEqualTo(TaskState.DONE);
    }

    @Test
    void aHeartbeatKeepsTheLeaseAndShowsTheProgress() {
        bench.add(recording, TaskKind.FETCH);
        var task = bench.claim(TaskKind.FETCH, TaskBench.OVER).orElseThrow();
        assertThat(transactions.call(() -> ledger.extend(task, TaskBench.LONG, 0.25)))
                .isTrue();
        bench.ripen();
        assertThat(bench.claim(TaskKind.FETCH)).isEmpty();
        assertThat(transactions.call(() -> ledger.progress(recording, TaskKind.FETCH)))
                .isEqualTo(0.25);
    }

    @Test
    void aTaskThatRestsWaitsForItsPause() {
        bench.add(recording, TaskKind.FETCH);
        var first = bench.claim(TaskKind.FETCH).orElseThrow();
        bench.apply(first.id(), new Transition.Rest(first.fence(), TaskBench.LONG));
        bench.ripen();
        assertThat(bench.claim(TaskKind.FETCH)).isEmpty();
        assertThat(open(TaskKind.FETCH)).isEqualTo(1);
    }

    @Test
    void aTaskThatIsHandedBackWasNoAttempt() {
        bench.add(recording, TaskKind.FETCH);
        var first = bench.claim(TaskKind.FETCH).orElseThrow();
        bench.apply(first.id(), new Transition.HandBack(first.fence(), Duration.ZERO));
        bench.ripen();
        assertThat(bench.claim(TaskKind.FETCH).orElseThrow().attempt()).isEqualTo(1);
    }

    @Test
    void cancellingEndsWhatWaitsAndWhatRuns() {
        bench.add(recording, TaskKind.FETCH);
        bench.add(recording, TaskKind.FETCH);
        var running = bench.claim(TaskKind.FETCH).orElseThrow();
        transactions.run(() -> ledger.cancelOpen(recording));
        assertThat(open(TaskKind.FETCH)).isZero();
        assertThat(bench.claim(TaskKind.FETCH)).isEmpty();
        assertLost(() -> ledger.apply(running.id(), new Transition.Succeed(running.fence())));
    }

    @Test
    void whatWasGivenUpCanBeBegunAgain() {
        bench.add(recording, TaskKind.FETCH);
        var first = bench.claim(TaskKind.FETCH).orElseThrow();
        bench.apply(first.id(), new Transition.GiveUp(first.fence()));
        assertThat(transactions.call(() -> ledger.restartFailed(recording))).isEqualTo(1);
        bench.ripen();
        assertThat(bench.claim(TaskKind.FETCH).orElseThrow().attempt()).isEqualTo(1);
    }

    @Test
    void whatIsDoneCannotBeBegunAgain() {
        var id = bench.add(recording, TaskKind.FETCH);
        var task = bench.claim(TaskKind.FETCH).orElseThrow();
        bench.apply(id, new Transition.Succeed(task.fence()));
        assertThatExceptionOfType(IllegalTransition.class).isThrownBy(() -> bench.apply(id, new Transition.Restart()));
    }

    @Test
    void aReadyTaskIsAnnouncedOnceUntilItIsTimeToSayItAgain() {
        var task = bench.add(recording, TaskKind.COMPILE);
        assertThat(bench.announce(TaskBench.LONG)).containsExactly(new WakeUp(task, TaskKind.COMPILE));
        assertThat(bench.announce(TaskBench.LONG)).isEmpty();
        assertThat(bench.announce(TaskBench.OVER)).hasSize(1);
    }

    @Test
    void aTaskThatRestsOrIsHeldIsNotAnnounced() {
        bench.add(recording, TaskKind.FETCH);
        var task = bench.claim(TaskKind.FETCH).orElseThrow();
        assertThat(bench.announce(TaskBench.LONG)).isEmpty();
        bench.apply(task.id(), new Transition.Rest(task.fence(), TaskBench.LONG));
        bench.ripen();
        assertThat(bench.announce(TaskBench.LONG)).isEmpty();
    }

    private long open(TaskKind kind) {
        return transactions.call(() -> ledger.open(recording, kind));
    }

    private void assertLost(Runnable deed) {
        assertThatExceptionOfType(LeaseLost.class).isThrownBy(() -> transactions.run(deed));
    }
}
