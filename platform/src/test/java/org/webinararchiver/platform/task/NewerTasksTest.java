package org.webinararchiver.platform.task;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.PlatformTest;
import org.webinararchiver.platform.pipeline.UnderWay;
import org.webinararchiver.platform.standing.Backlog;

/** While services are being replaced, a newer one may have added tasks of a kind that this one does not know. */
@PlatformTest
class NewerTasksTest {
    @Inject
    TaskBench bench;

    @Inject
    Backlog backlog;

    @Inject
    UnderWay underWay;

    @Inject
    EntityManager database;

    @Inject
    Transactions transactions;

    private UUID recording;

    @BeforeEach
    void aTaskOfAKindThatNobodyHereKnows() {
        bench.clear();
        recording = bench.recordingOf("anna");
        transactions.run(() -> database.createNativeQuery("""
                        insert into task (id, recording_id, owner, kind, state)
                        values (gen_random_uuid(), :recording, 'anna', 'DREAM', 'WAITING')
                        """)
                .setParameter("recording", recording)
                .executeUpdate());
    }

    @Test
    void itIsLeftToThoseWhoKnowItAndOtherWorkGoesOn() {
        var known = bench.add(recording, TaskKind.FETCH);

        assertThat(bench.announce(Duration.ZERO)).containsExactly(new WakeUp(known, TaskKind.FETCH));
        for (var kind : TaskKind.values()) {
            assertThat(bench.claim(kind, 10)).extracting(ClaimedTask::id).isSubsetOf(known);
        }
        assertThat(transactions.call(backlog::tasks)).containsOnlyKeys(TaskKind.values());
        assertThat(state()).isEqualTo("WAITING");
    }

    @Test
    void aLeaseOfItThatRanOutIsNothingToFailOver() {
        transactions.run(() -> database.createNativeQuery("""
                        update task set state = 'LEASED', lease_holder = 'newer', lease_until = clock_timestamp()
                         where recording_id = :recording
                        """)
                .setParameter("recording", recording)
                .executeUpdate());
        bench.ripen();
        assertThat(state()).isIn("LEASED", "WAITING");
    }

    @Test
    void itsRecordingIsNotTakenForOneThatIsStuck() {
        assertThat(transactions.call(() -> underWay.after(UnderWay.START)).stuck())
                .doesNotContain(recording);
    }

    private String state() {
        return (String) transactions.call(
                () -> database.createNativeQuery("select state from task where kind = 'DREAM'", String.class)
                        .getSingleResult());
    }
}
