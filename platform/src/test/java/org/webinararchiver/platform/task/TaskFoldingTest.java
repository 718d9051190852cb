package org.webinararchiver.platform.task;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.core.task.Transition;
import org.webinararchiver.platform.PlatformTest;
import org.webinararchiver.platform.catalog.Recordings;

@PlatformTest
class TaskFoldingTest {
    @Inject
    TaskBench bench;

    @Inject
    TaskFolding folding;

    @Inject
    FoldingRounds rounds;

    @Inject
    Recordings recordings;

    @Inject
    Transactions transactions;

    private UUID recording;

    @BeforeEach
    void threeTasksOfWhichOneWasGivenUp() {
        bench.clear();
        recording = bench.recordingOf("anna");
        for (int number = 0; number < 3; number++) {
            bench.add(recording, TaskKind.FETCH);
            var task = bench.claim(TaskKind.FETCH).orElseThrow();
            bench.apply(
                    task.id(),
                    number == 0 ? new Transition.GiveUp(task.fence()) : new Transition.Succeed(task.fence()));
        }
    }

    @Test
    void theTasksOfARecordingThatHasEndedBecomeOneRowForEachStep() {
        end();
        assertThat(fold(TaskBench.OVER)).isEqualTo(3);
        assertThat(tasks()).isZero();
        assertThat(folded()).containsExactly(2L, 1L, 3L);
    }

    @Test
    void whatEndedLatelyIsKept() {
        end();
        assertThat(fold(TaskBench.LONG)).isZero();
        assertThat(tasks()).isEqualTo(3);
    }

    @Test
    void theTasksOfARecordingThatIsUnderWayAreKept() {
        assertThat(fold(TaskBench.OVER)).isZero();
        assertThat(tasks()).isEqualTo(3);
    }

    @Test
    void whatEndsLaterIsAddedToTheSameRow() {
        end();
        fold(TaskBench.OVER);
        bench.add(recording, TaskKind.FETCH);
        var task = bench.claim(TaskKind.FETCH).orElseThrow();
        bench.apply(task.id(), new Transition.Succeed(task.fence()));
        fold(TaskBench.OVER);
        assertThat(folded()).containsExactly(3L, 1L, 4L);
    }

    @Test
    void aBatchLooksAtABoundedNumberOfTasksAndTheNextGoesOnAfterThem() {
        addEnded(recording, TaskFolding.AT_ONCE);
        end();
        var first = transactions.call(() -> folding.fold(TaskBench.OVER, TaskFolding.Place.START));
        assertThat(first.tasks()).isEqualTo(TaskFolding.AT_ONCE);
        assertThat(first.next()).isPresent();
        var second = transactions.call(
                () -> folding.fold(TaskBench.OVER, first.next().orElseThrow()));
        assertThat(second.tasks()).isEqualTo(3);
        assertThat(second.next()).isEmpty();
        assertThat(tasks()).isZero();
    }

    @Test
    void aRoundWorksOffMoreThanABatchAlthoughTheTasksOfARecordingThatIsUnderWayCameFirst() {
        addEnded(bench.recordingOf("boris"), TaskFolding.AT_ONCE + 1);
        addEnded(recording, TaskFolding.AT_ONCE + 1);
        end();
        assertThat(rounds.next(TaskBench.OVER)).isEqualTo(TaskFolding.AT_ONCE + 4);
        assertThat(tasks()).isEqualTo(TaskFolding.AT_ONCE + 1);
        assertThat(rounds.next(TaskBench.OVER)).isZero();
    }

    /** Tasks that ended long ago, each by itself. */
    private void addEnded(UUID of, int count) {
        transactions.run(() -> recordings
                .getEntityManager()
                .createNativeQuery("""
                        insert into task (id, recording_id, owner, kind, state, ready, finished_at)
                        select gen_random_uuid(), recording.id, recording.owner, 'FETCH', 'DONE', false,
                               recording.created_at - interval '1 day'
                        from recording, generate_series(1, :count) where recording.id = :id
                        """)
                .setParameter("count", count)
                .setParameter("id", of)
                .executeUpdate());
    }

    private void end() {
        transactions.run(() -> recordings.locked(recording).cancelled());
    }

    private long fold(Duration age) {
        return transactions
                .call(() -> folding.fold(age, TaskFolding.Place.START))
                .tasks();
    }

    private long tasks() {
        return ((Number) single("select count(*) from task")).longValue();
    }

    private List<Object> folded() {
        return List.of((Object[]) single("select done, failed, attempts from task_fold"));
    }

    private Object single(String query) {
        return transactions.call(
                () -> recordings.getEntityManager().createNativeQuery(query).getSingleResult());
    }
}
