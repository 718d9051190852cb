package org.webinararchiver.platform.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.PlatformTest;
import org.webinararchiver.platform.Samples;
import org.webinararchiver.platform.catalog.NoSuchRecording;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.intake.Intake;
import org.webinararchiver.platform.task.ClaimedTask;
import org.webinararchiver.platform.task.LeaseLost;
import org.webinararchiver.platform.task.TaskClaims;
import org.webinararchiver.platform.task.TaskEndings;
import org.webinararchiver.platform.task.TaskLedger;
import org.webinararchiver.platform.task.Transactions;

@PlatformTest
class RemovalTest {

    @Inject
    Removal removal;

    @Inject
    Intake intake;

    @Inject
    Recordings recordings;

    @Inject
    TaskClaims claims;

    @Inject
    TaskLedger ledger;

    @Inject
    TaskEndings endings;

    @Inject
    Transactions transactions;

    @Inject
    EntityManager database;

    private UUID recording;

    @BeforeEach
    void aSubmittedRecordingAndNoOther() {
        transactions.run(
                () -> database.createNativeQuery("delete from recording").executeUpdate());
        recording = intake.submit("anna", Samples.link()).id();
    }

    @Test
    void itIsNoMoreAndThatIsNoError() {
        removal.remove(recording);
        assertThatNoException().isThrownBy(() -> removal.remove(recording));
        assertThat(transactions.call(() -> recordings.findByIdOptional(recording)))
                .isEmpty();
        assertThatExceptionOfType(NoSuchRecording.class)
                .isThrownBy(() -> transactions.run(() -> recordings.locked(recording)));
    }

    @Test
    void whoWorksAtItHasLostTheLease() {
        var task = claim();
        removal.remove(recording);
        assertThat(transactions.call(() -> ledger.extend(task, Duration.ofMinutes(1), 0.5)))
                .isFalse();
        assertThatExceptionOfType(LeaseLost.class).isThrownBy(() -> endings.succeeded(task, none -> {}));
        assertThatExceptionOfType(LeaseLost.class).isThrownBy(() -> endings.handedBack(task));
    }

    private ClaimedTask claim() {
        return transactions.call(() ->
                claims.claim(TaskKind.PLAN, "worker", Duration.ofMinutes(5)).orElseThrow());
    }

    @Test
    void theSameLinkMayBeSubmittedAgain() {
        removal.remove(recording);
        assertThat(intake.submit("anna", Samples.link()).id()).isNotEqualTo(recording);
    }

    @Test
    void anUploadThatIsUnderWayIsLeftToBeAborted() {
        transactions.run(() -> database.createNativeQuery("""
                        insert into segment_upload
                            (id, recording_id, segment_id, object_key, upload_id, validator, bytes, part_bytes)
                        values (gen_random_uuid(), :recording, 'a', 'key', 'upload', 'tag', 9, 9)
                        """)
                .setParameter("recording", recording)
                .executeUpdate());
        removal.remove(recording);
        assertThat(transactions.call(() -> database.createNativeQuery(
                                "select abandoned from segment_upload where recording_id = :recording", Boolean.class)
                        .setParameter("recording", recording)
                        .getSingleResult()))
                .isEqualTo(true);
    }
}
