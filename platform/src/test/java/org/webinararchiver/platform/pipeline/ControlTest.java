package org.webinararchiver.platform.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.PlatformTest;
import org.webinararchiver.platform.Samples;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.catalog.SegmentState;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.intake.Intake;
import org.webinararchiver.platform.task.FoldingRounds;
import org.webinararchiver.platform.task.TaskLedger;
import org.webinararchiver.platform.task.Transactions;

@PlatformTest
class ControlTest {
    private static final Failure BROKEN = new Failure.OfRecording("broken", "It broke.", "Try again.");

    @Inject
    Control control;

    @Inject
    Reconciler reconciler;

    @Inject
    Intake intake;

    @Inject
    Pipeline pipeline;

    @Inject
    Recordings recordings;

    @Inject
    Segments segments;

    @Inject
    TaskLedger ledger;

    @Inject
    FoldingRounds rounds;

    @Inject
    Transactions transactions;

    private UUID recording;

    @BeforeEach
    void aSubmittedRecordingAndNoOther() {
        transactions.run(() -> recordings
                .getEntityManager()
                .createNativeQuery("delete from recording")
                .executeUpdate());
        recording = intake.submit("anna", Samples.link()).id();
    }

    @Test
    void aCancelledRecordingHasNoOpenTask() {
        control.cancel(recording);
        assertThat(state()).isEqualTo(RecordingState.CANCELLED);
        assertThat(open(TaskKind.PLAN)).isZero();
    }

    @Test
    void aRecordingThatHasFailedStaysFailedWhenItIsCancelled() {
        failed();
        control.cancel(recording);
        assertThat(state()).isEqualTo(RecordingState.FAILED);
    }

    @Test
    void aCancelledRecordingIsTakenUpAgain() {
        control.cancel(recording);
        control.retry(recording);
        assertThat(state()).isEqualTo(RecordingState.PENDING);
        assertThat(open(TaskKind.PLAN)).isEqualTo(1);
    }

    @Test
    void aRecordingThatFailedWhileItWasCompiledIsNotFetchedAgain() {
        fetched();
        failed();
        control.retry(recording);
        assertThat(state()).isEqualTo(RecordingState.DOWNLOADED);
        assertThat(open(TaskKind.COMPILE)).isEqualTo(1);
        assertThat(open(TaskKind.PLAN) + open(TaskKind.FETCH)).isZero();
        assertThat(transactions.call(() -> recordings.findById(recording).failure()))
                .isEmpty();
    }

    @Test
    void aRecordingThatIsUnderWayIsNotBegunTwice() {
        control.retry(recording);
        assertThat(open(TaskKind.PLAN)).isEqualTo(1);
    }

    @Test
    void whatIsUnderWayWithAnOpenTaskIsLeftAlone() {
        assertThat(reconciler.reconcile()).isZero();
    }

    @Test
    void aRecordingThatLostItsPlanIsPlannedAgain() {
        loseTasks();
        assertThat(reconciler.reconcile()).isEqualTo(1);
        assertThat(open(TaskKind.PLAN)).isEqualTo(1);
        assertThat(reconciler.reconcile()).isZero();
    }

    @Test
    void aRecordingThatLostItsFetchesFetchesWhatIsWanted() {
        onLocked(found -> pipeline.planned(found, Samples.manifest(3), "key"));
        loseTasks();
        assertThat(reconciler.reconcile()).isEqualTo(1);
        assertThat(open(TaskKind.FETCH)).isEqualTo(1);
    }

    @Test
    void aRecordingThatLostTheEndOfItsFetchesIsCompiled() {
        onLocked(found -> pipeline.planned(found, Samples.manifest(3), "key"));
        storeAll();
        loseTasks();
        reconciler.reconcile();
        assertThat(state()).isEqualTo(RecordingState.DOWNLOADED);
        assertThat(open(TaskKind.COMPILE)).isEqualTo(1);
    }

    @Test
    void aRecordingThatLostItsTasksIsFoundBehindManyThatDidNot() {
        loseTasks();
        addManyUnderWay(UnderWay.PAGE + 1);
        assertThat(reconciler.reconcile()).isEqualTo(1);
        assertThat(open(TaskKind.PLAN)).isEqualTo(1);
    }

    @Test
    void aRecordingWhoseTasksAreFoldedIsTakenUpAgain() {
        fetched();
        failed();
        onLocked(found -> ledger.add(UUID.randomUUID(), recording, TaskKind.COMPILE));
        onLocked(found -> ledger.cancelOpen(recording));
        assertThat(rounds.next(Duration.ofMillis(-1))).isEqualTo(1);
        control.retry(recording);
        assertThat(state()).isEqualTo(RecordingState.DOWNLOADED);
        assertThat(open(TaskKind.COMPILE)).isEqualTo(1);
    }

    /** With ids before those of all others. */
    private void addManyUnderWay(int count) {
        transactions.run(() -> recordings
                .getEntityManager()
                .createNativeQuery("""
                        with added as (
                            insert into recording (id, owner, source, link_key, page, state)
                            select cast(lpad(cast(number as text), 32, '0') as uuid), 'boris', 'mts-link', cast(number as text), 'page',
                                   'PENDING'
                            from generate_series(1, :count) as number
                            returning id, owner)
                        insert into task (id, recording_id, owner, kind, state) select id, id, owner, 'PLAN', 'WAITING' from added
                        """)
                .setParameter("count", count)
                .executeUpdate());
    }

    private void fetched() {
        onLocked(found -> pipeline.planned(found, Samples.manifest(3), "key"));
        storeAll();
        loseTasks();
        onLocked(Recording::downloaded);
    }

    private void storeAll() {
        transactions.run(() -> segments.ofRecording(recording)
                .forEach(segment -> segment.stored("key-" + segment.segment().id(), 1)));
        assertThat(transactions.call(() -> segments.count("state", SegmentState.STORED)))
                .isEqualTo(3);
    }

    private void failed() {
        onLocked(found -> {
            found.failed(BROKEN);
            ledger.cancelOpen(recording);
        });
    }

    private void loseTasks() {
        transactions.run(() -> recordings
                .getEntityManager()
                .createNativeQuery("delete from task")
                .executeUpdate());
    }

    private void onLocked(Consumer<Recording> step) {
        transactions.run(() -> step.accept(recordings.locked(recording)));
    }

    private long open(TaskKind kind) {
        return transactions.call(() -> ledger.open(recording, kind));
    }

    private RecordingState state() {
        return transactions.call(() -> recordings.findById(recording).state());
    }
}
