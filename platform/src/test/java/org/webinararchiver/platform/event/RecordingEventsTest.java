package org.webinararchiver.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.platform.PlatformTest;
import org.webinararchiver.platform.Samples;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.event.RecordingEvents.Changed;
import org.webinararchiver.platform.intake.Intake;
import org.webinararchiver.platform.task.Pauses;
import org.webinararchiver.platform.task.Transactions;

@PlatformTest
class RecordingEventsTest {

    @Inject
    RecordingEvents events;

    @Inject
    Intake intake;

    @Inject
    Recordings recordings;

    @Inject
    Pauses pauses;

    @Inject
    Transactions transactions;

    @Inject
    EntityManager database;

    private long start;

    @BeforeEach
    void noRecordings() {
        transactions.run(
                () -> database.createNativeQuery("delete from recording").executeUpdate());
        start = horizon();
    }

    @Test
    void aSubmissionAndEveryChangeOfStateAreNoted() {
        var id = submit();
        assertThat(changesOf(id)).containsExactly("STATE PENDING");
        transactions.run(
                () -> recordings.locked(id).failed(new Failure.OfRecording("broken", "It broke.", "Try again.")));
        assertThat(changesOf(id)).containsExactly("STATE PENDING", "STATE FAILED");
        transactions.run(() -> pauses.pause(new Pauses.Scope.OfRecording(id)));
        transactions.run(() -> pauses.resume(new Pauses.Scope.OfRecording(id)));
        transactions.run(() -> recordings.deleteById(id));
        assertThat(changesOf(id))
                .containsExactly("STATE PENDING", "STATE FAILED", "PAUSE FAILED", "PAUSE FAILED", "REMOVED FAILED");
    }

    @Test
    void whatChangesNothingThatIsToldIsNotNoted() {
        var id = submit();
        transactions.run(() -> database.createNativeQuery("update recording set title = 'Algebra' where id = :id")
                .setParameter("id", id)
                .executeUpdate());
        transactions.run(() -> pauses.pause(new Pauses.Scope.All()));
        transactions.run(() -> pauses.resume(new Pauses.Scope.All()));
        assertThat(changesOf(id)).containsExactly("STATE PENDING");
    }

    @Test
    void eachRecordingIsToldOfOnceToItsOwner() {
        var id = submit();
        transactions.run(
                () -> recordings.locked(id).failed(new Failure.OfRecording("broken", "It broke.", "Try again.")));
        assertThat(between("anna")).containsExactly(new Changed(id, "anna"));
        assertThat(between("boris")).isEmpty();
        start = horizon();
        assertThat(between("anna")).isEmpty();
    }

    @Test
    void whoSeesAllIsToldOfEveryOwner() {
        var annas = submit();
        var claras = submitOther();
        assertThat(transactions.call(() -> events.between(start, events.horizon(), Optional.empty())))
                .containsExactlyInAnyOrder(new Changed(annas, "anna"), new Changed(claras, "clara"));
    }

    @Test
    void theHorizonStaysBeforeATransactionThatHasNotEnded() {
        transactions.run(() -> {
            var late = submit("boris");
            var quick = submit();
            assertThat(horizon()).isLessThanOrEqualTo(numberOf(late));
            assertThat(between("anna")).isEmpty();
            assertThat(quick).isNotNull();
        });
        assertThat(between("anna")).hasSize(1);
        assertThat(between("boris")).hasSize(1);
    }

    /** In the caller's transaction. */
    private UUID submit(String owner) {
        return intake.submit(owner, Samples.link()).id();
    }

    private long numberOf(UUID id) {
        return Long.parseLong((String)
                database.createNativeQuery("select cast(tx as text) from recording_event where recording_id = :id")
                        .setParameter("id", id)
                        .getSingleResult());
    }

    @Test
    void whatIsOldIsForgotten() {
        var id = submit();
        transactions.run(() -> database.createNativeQuery(
                        "update recording_event set at = at - interval '8 days', published = true where recording_id = :id")
                .setParameter("id", id)
                .executeUpdate());
        var other = submitOther();
        assertThat(transactions.call(() -> events.forget(Duration.ofDays(7)))).isFalse();
        assertThat(changesOf(id)).isEmpty();
        assertThat(changesOf(other)).hasSize(1);
    }

    /** In a transaction of its own. */
    private UUID submit() {
        return transactions.call(() -> submit("anna"));
    }

    private UUID submitOther() {
        return transactions.call(() -> submit("clara"));
    }

    private long horizon() {
        return transactions.call(events::horizon);
    }

    private List<Changed> between(String owner) {
        return transactions.call(() -> events.between(start, events.horizon(), Optional.of(Set.of(owner))));
    }

    @SuppressWarnings("unchecked") // the query was created for this class of result
    private List<String> changesOf(UUID id) {
        return transactions.call(() -> database.createNativeQuery(
                        "select change || ' ' || state from recording_event where recording_id = :id order by id",
                        String.class)
                .setParameter("id", id)
                .getResultList());
    }
}
