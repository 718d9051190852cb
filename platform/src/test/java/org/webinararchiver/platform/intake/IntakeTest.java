package org.webinararchiver.platform.intake;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.Outcome;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.core.recording.RenditionOptions;
import org.webinararchiver.core.secret.Pass;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.PlatformTest;
import org.webinararchiver.platform.Samples;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.pipeline.Control;
import org.webinararchiver.platform.secret.Vault;
import org.webinararchiver.platform.task.TaskLedger;
import org.webinararchiver.platform.task.Transactions;

@PlatformTest
class IntakeTest {
    @Inject
    Intake intake;

    @Inject
    Control control;

    @Inject
    Recordings recordings;

    @Inject
    Vault vault;

    @Inject
    TaskLedger ledger;

    @Inject
    Transactions transactions;

    @Test
    void theSameLinkOfTheSameOwnerIsTheSameRecording() {
        var link = Samples.link();
        var first = intake.submit("anna", link).id();
        assertThat(intake.submit("anna", link).id()).isEqualTo(first);
        assertThat(intake.submit("boris", link).id()).isNotEqualTo(first);
        assertThat(transactions.call(() -> ledger.open(first, TaskKind.PLAN))).isEqualTo(1);
    }

    @Test
    void aLinkThatManySubmitAtTheSameMomentIsOneRecording() throws Exception {
        var link = Samples.link();
        Callable<UUID> submission = () -> intake.submit("anna", link).id();
        try (var people = Executors.newFixedThreadPool(8)) {
            var ids = people.invokeAll(
                    IntStream.range(0, 16).mapToObj(i -> submission).toList());
            assertThat(ids).extracting(Future::get).containsOnly(ids.getFirst().get());
        }
    }

    @Test
    void aPassIsKeptAndANewerOneReplacesIt() {
        var link = Samples.link();
        var id = intake.submit("anna", link.with(Pass.of("sessionId", "old"))).id();
        intake.submit("anna", link.with(Pass.of("sessionId", "new")));
        var kept = transactions.call(() -> vault.pass(id));
        assertThat(kept.secret("sessionId"))
                .hasValueSatisfying(secret -> assertThat(secret.value()).isEqualTo("new"));
    }

    @Test
    void aLinkThatIsFoundAgainIsKnown() {
        var link = Samples.link();
        assertThat(intake.offer("anna", link)).isTrue();
        assertThat(intake.offer("anna", link)).isFalse();
        assertThat(intake.offer("boris", link)).isTrue();
    }

    @Test
    void whatSomebodyCancelledIsNotBegunAgainBecauseItIsListed() {
        var link = Samples.link();
        var id = intake.submit("anna", link).id();
        control.cancel(id);
        assertThat(intake.offer("anna", link)).isFalse();
        assertThat(stateOf(id)).isEqualTo(RecordingState.CANCELLED);
    }

    @ParameterizedTest
    @CsvSource({"private, FAILED", "empty, PENDING", "not-found, PENDING"})
    void whatFailedIsBegunAgainWhenItIsListedOnlyIfItMayNotHaveBeenReady(String reason, RecordingState after) {
        var link = Samples.link();
        var id = intake.submit("anna", link).id();
        transactions.run(() -> recordings.locked(id).failed(new Failure.OfRecording(reason, "It failed.", "Look.")));
        assertThat(intake.offer("anna", link)).isFalse();
        assertThat(stateOf(id)).isEqualTo(after);
    }

    @Test
    void whatIsNotReadyAfterADayIsLeftAlone() {
        var link = Samples.link();
        var id = intake.submit("anna", link).id();
        transactions.run(() -> {
            recordings.locked(id).failed(new Failure.OfRecording("empty", "It is empty.", "Look."));
            recordings
                    .getEntityManager()
                    .createNativeQuery(
                            "update recording set created_at = created_at - interval '25 hours' where id = :id")
                    .setParameter("id", id)
                    .executeUpdate();
        });
        intake.offer("anna", link);
        assertThat(stateOf(id)).isEqualTo(RecordingState.FAILED);
    }

    private RecordingState stateOf(UUID id) {
        return transactions.call(() -> recordings.findById(id).state());
    }

    @Test
    void otherOptionsOfAFinishedRecordingAreAnotherFileOfIt() {
        var link = Samples.link();
        var id = intake.submit("anna", link).id();
        finish(id);
        intake.submit("anna", link);
        assertThat(stateOf(id)).isEqualTo(RecordingState.PROCESSED);

        assertThat(intake.submit("anna", link, SMALL).id()).isEqualTo(id);

        assertThat(stateOf(id)).isEqualTo(RecordingState.PENDING);
        assertThat(transactions.call(() -> recordings.findById(id).options())).isEqualTo(SMALL);
        assertThat(transactions.call(() -> recordings.findById(id).outcome())).isEmpty();
    }

    @Test
    void otherOptionsOfARecordingThatIsUnderWayAreRefusedWithWhatToDo() {
        var link = Samples.link();
        var id = intake.submit("anna", link).id();
        assertThatThrownBy(() -> intake.submit("anna", link, SMALL))
                .isInstanceOfSatisfying(OtherFileUnderWay.class, refused -> {
                    assertThat(refused.recording()).isEqualTo(id);
                    assertThat(refused).hasMessageContaining("video.mp4");
                    assertThat(refused.advice()).contains("cancel");
                });
        assertThat(transactions.call(() -> recordings.findById(id).options())).isEqualTo(RenditionOptions.USUAL);
    }

    @Test
    void whenARecordingEndedIsNotedByTheDatabaseAndForgottenWhenItGoesOn() {
        var link = Samples.link();
        var id = intake.submit("anna", link).id();
        assertThat(transactions.call(() -> recordings.findById(id).finishedAt()))
                .isEmpty();
        finish(id);
        assertThat(transactions.call(() -> recordings.findById(id).finishedAt()))
                .hasValueSatisfying(end -> assertThat(end).isCloseTo(OffsetDateTime.now(), within(1, MINUTES)));
        intake.submit("anna", link, SMALL);
        assertThat(transactions.call(() -> recordings.findById(id).finishedAt()))
                .isEmpty();
    }

    static Stream<Look> otherLooks() {
        return Stream.of(
                Look.USUAL.with(Layout.SPEAKER),
                Look.USUAL.with(Quality.P1080),
                new Look(Layout.AUTO, Quality.SOURCE, false, false),
                new Look(Layout.AUTO, Quality.SOURCE, true, true));
    }

    @ParameterizedTest
    @MethodSource("otherLooks")
    void anotherLookIsAnotherFile(Look look) {
        var link = Samples.link();
        var id = intake.submit("anna", link).id();
        finish(id);
        var options = new RenditionOptions(Optional.empty(), Optional.empty(), look, false, false);

        intake.submit("anna", link, options);

        assertThat(stateOf(id)).isEqualTo(RecordingState.PENDING);
        assertThat(transactions.call(() -> recordings.findById(id).options())).isEqualTo(options);
    }

    @Test
    void aFileIsMadeAgainWhereSoundsAreWantedBesideItToo() {
        var link = Samples.link();
        var id = intake.submit("anna", link).id();
        finish(id);
        var options = new RenditionOptions(Optional.empty(), Optional.empty(), Look.USUAL, false, true);

        intake.submit("anna", link, options);

        assertThat(stateOf(id)).isEqualTo(RecordingState.PENDING);
        assertThat(transactions.call(() -> recordings.findById(id).options())).isEqualTo(options);
    }

    private static final RenditionOptions SMALL = new RenditionOptions(
            Optional.empty(), Optional.of(Duration.ofMinutes(5)), Look.USUAL.with(Quality.P480), true, false);

    private void finish(UUID id) {
        transactions.run(() -> {
            var recording = recordings.locked(id);
            ledger.cancelOpen(id);
            recording.planned(Samples.manifest(1), "manifest");
            recording.downloaded();
            recording.processing();
            recording.processed(Outcome.COMPLETE);
        });
    }
}
