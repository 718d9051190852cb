package org.webinararchiver.platform.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.link.RecognisedLink;
import org.webinararchiver.core.manifest.WantedFile;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.core.task.Transition;
import org.webinararchiver.platform.PlatformTest;
import org.webinararchiver.platform.Samples;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.SegmentState;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.catalog.StoredSegment;
import org.webinararchiver.platform.intake.Intake;
import org.webinararchiver.platform.task.ClaimedTask;

@PlatformTest
class PipelineTest extends PipelineUnderTest {
    private static final Failure GONE = new Failure.OfTask("gone", "The file is gone.", "None.");

    @Inject
    Intake intake;

    @Inject
    Segments segments;

    @Test
    void aSubmittedRecordingIsPlanned() {
        submit();
        assertThat(open(TaskKind.PLAN)).isEqualTo(1);
    }

    @Test
    void sixtyFiveSegmentsAreFetchedInTwoBatches() {
        submit();
        planned(65);
        assertThat(open(TaskKind.FETCH)).isEqualTo(2);
        assertThat(state()).isEqualTo(RecordingState.DOWNLOADING);
    }

    @Test
    void sixtyFourSegmentsAreOneBatch() {
        submit();
        planned(64);
        assertThat(open(TaskKind.FETCH)).isEqualTo(1);
    }

    @Test
    void compilingBeginsWhenTheLastBatchHasEndedAndOnlyOnce() {
        submit();
        planned(65);
        endBatch(segment -> segment.stored("key-" + segment.segment().id(), 1));
        assertThat(open(TaskKind.COMPILE)).isZero();
        endBatch(segment -> segment.stored("key-" + segment.segment().id(), 1));
        assertThat(open(TaskKind.COMPILE)).isEqualTo(1);
        assertThat(state()).isEqualTo(RecordingState.DOWNLOADED);
        onLocked(pipeline::fetchEnded);
        assertThat(open(TaskKind.COMPILE)).isEqualTo(1);
    }

    @Test
    void aRecordingOfWhichSomeSegmentsAreMissingIsCompiledAllTheSame() {
        submit();
        planned(2);
        var first = new boolean[] {true};
        endBatch(segment -> {
            if (first[0]) {
                segment.missing(GONE);
            } else {
                segment.stored("key", 1);
            }
            first[0] = false;
        });
        assertThat(open(TaskKind.COMPILE)).isEqualTo(1);
    }

    @Test
    void aRecordingOfWhichNothingCouldBeFetchedFails() {
        submit();
        planned(2);
        endBatch(segment -> segment.missing(GONE));
        assertThat(state()).isEqualTo(RecordingState.FAILED);
        assertThat(open(TaskKind.COMPILE)).isZero();
    }

    @Test
    void aFailedRecordingThatIsSubmittedAgainFetchesOnlyWhatIsNotStored() {
        var link = submit();
        planned(3);
        var count = new int[1];
        endBatch(segment -> {
            if (count[0]++ == 0) {
                segment.stored("key", 1);
            } else {
                segment.missing(GONE);
            }
        });
        onLocked(found -> {
            found.failed(GONE);
            ledger.cancelOpen(found.id());
        });

        transactions.run(() -> intake.submit("somebody", link));
        assertThat(state()).isEqualTo(RecordingState.PENDING);
        planned(3);
        var wanted = transactions.call(
                () -> segments.wantedBy(claim(TaskKind.FETCH).id()).size());
        assertThat(wanted).isEqualTo(2);
    }

    @Test
    void whatTheStoreHasLostIsFetchedAgainAndNothingElse() {
        submit();
        planned(3);
        endBatch(segment -> segment.stored("key-" + segment.segment().id(), 1));
        var task = claim(TaskKind.COMPILE);
        var lost = transactions
                .call(() -> segments.ofRecording(recording))
                .getFirst()
                .segment()
                .id();
        onLocked(Recording::processing);

        onLocked(found -> {
            ledger.apply(task.id(), new Transition.Succeed(task.fence()));
            pipeline.filesLost(found, Set.of(lost));
        });

        assertThat(state()).isEqualTo(RecordingState.PENDING);
        assertThat(open(TaskKind.PLAN)).isEqualTo(1);
        planned(3);
        assertThat(transactions.call(
                        () -> segments.wantedBy(claim(TaskKind.FETCH).id())))
                .extracting(row -> row.segment().id())
                .containsExactly(lost);
    }

    @Test
    void othersStopRenderingARecordingWhoseFilesAreLost() {
        submit();
        planned(1);
        endBatch(segment -> segment.stored("key", 1));
        onLocked(found -> {
            found.processing();
            pipeline.add(found, TaskKind.RENDER);
            pipeline.filesLost(found, Set.of());
        });
        assertThat(open(TaskKind.RENDER)).isZero();
        assertThat(open(TaskKind.PLAN)).isEqualTo(1);
    }

    @Test
    void howOftenAFileCameDamagedIsNotForgottenWhenItsTaskIsLost() {
        submit();
        planned(1);
        onLocked(found -> {
            segments.ofRecording(recording).forEach(PipelineTest::cameDamaged);
            ledger.cancelOpen(recording);
        });
        onLocked(pipeline::downloadInterrupted);
        var wanted =
                transactions.call(() -> segments.wantedBy(claim(TaskKind.FETCH).id()));
        assertThat(wanted)
                .singleElement()
                .returns(1, StoredSegment::looks)
                .returns(Optional.of("kept"), StoredSegment::keptKey);
    }

    @Test
    void aFileThatWasGivenUpBeginsAnewWhenItsLinkIsSubmittedAgain() {
        var link = submit();
        planned(1);
        endBatch(segment -> {
            segment.cameDamaged();
            segment.missing(GONE);
        });
        transactions.run(() -> intake.submit("somebody", link));
        planned(1);
        assertThat(transactions.call(() -> segments.ofRecording(recording)))
                .singleElement()
                .returns(0, StoredSegment::looks);
    }

    private static void cameDamaged(StoredSegment segment) {
        segment.cameDamaged();
        segment.keep("kept", 7, GONE);
    }

    @Test
    void slidesAndDecksAreFetchedOnceEach() {
        submit();
        plannedWithSlides();
        assertThat(open(TaskKind.FETCH)).isEqualTo(2);
        assertThat(transactions.call(() -> segments.ofRecording(recording)))
                .extracting(StoredSegment::kind)
                .containsExactlyInAnyOrder(WantedFile.Kind.MEDIA, WantedFile.Kind.PICTURE, WantedFile.Kind.DOCUMENT);
    }

    @Test
    void aRecordingWhoseSlidesAreLostIsCompiledAllTheSame() {
        submit();
        plannedWithSlides();
        endSlidesAndMedia(WantedFile.Kind.MEDIA);
        assertThat(state()).isEqualTo(RecordingState.DOWNLOADED);
    }

    @Test
    void aRecordingOfWhichOnlySlidesCouldBeFetchedFails() {
        submit();
        plannedWithSlides();
        endSlidesAndMedia(WantedFile.Kind.PICTURE);
        assertThat(state()).isEqualTo(RecordingState.FAILED);
    }

    @Test
    void aFileWithoutAPictureWantsThatOfItsTwinBeforeCompilingBegins() {
        submit();
        plannedWithTwins();
        endBatch(this::withoutAPicture);

        assertThat(state()).isEqualTo(RecordingState.DOWNLOADING);
        assertThat(twins()).extracting(StoredSegment::kind).containsExactly(WantedFile.Kind.TWIN_PICTURE);
        endBatch(twin -> twin.stored("key", 1));
        assertThat(state()).isEqualTo(RecordingState.DOWNLOADED);
    }

    @Test
    void aTwinAloneIsEnoughForARecording() {
        submit();
        plannedWithTwins();
        endBatch(this::fileMissing);

        assertThat(twins()).extracting(StoredSegment::kind).containsExactly(WantedFile.Kind.TWIN);
        endBatch(twin -> twin.stored("key", 1));
        assertThat(state()).isEqualTo(RecordingState.DOWNLOADED);
    }

    @Test
    void aRecordingWhoseTwinsAreLostTooFails() {
        submit();
        plannedWithTwins();
        endBatch(this::fileMissing);
        endBatch(twin -> twin.missing(GONE));

        assertThat(state()).isEqualTo(RecordingState.FAILED);
    }

    @Test
    void aTwinThatIsStoredIsNotWantedAgain() {
        submit();
        plannedWithTwins();
        var batch = claim(TaskKind.FETCH);
        noteFile(batch);
        endBatch(twin -> twin.stored("key", 1));

        noteFile(batch);
        assertThat(twins()).extracting(StoredSegment::state).containsExactly(SegmentState.STORED);
    }

    @Test
    void aRecordingThatIsPlannedAgainWantsTheTwinsThatItHadLost() {
        submit();
        plannedWithTwins();
        endBatch(this::withoutAPicture);
        endBatch(twin -> twin.missing(GONE));
        assertThat(state()).isEqualTo(RecordingState.DOWNLOADED);

        onLocked(found -> {
            found.failed(GONE);
            ledger.cancelOpen(found.id());
            found.again();
        });
        plannedWithTwins();
        assertThat(twins()).extracting(StoredSegment::state).containsExactly(SegmentState.WANTED);
        assertThat(open(TaskKind.FETCH)).isEqualTo(1);
    }

    private void noteFile(ClaimedTask batch) {
        onLocked(found -> segments.list("taskId", batch.id()).forEach(file -> withoutAPicture(found, file)));
    }

    private void plannedWithTwins() {
        onLocked(found -> pipeline.planned(found, Samples.manifestWithTwins(1), "manifest-key"));
    }

    private List<StoredSegment> twins() {
        return transactions.call(() -> segments.ofRecording(recording)).stream()
                .filter(row -> row.kind().isTwin())
                .toList();
    }

    private void plannedWithSlides() {
        onLocked(found -> pipeline.planned(found, Samples.manifestWithSlides(1), "manifest-key"));
    }

    private void endSlidesAndMedia(WantedFile.Kind stored) {
        for (int batch = 0; batch < 2; batch++) {
            endBatch(segment -> {
                if (segment.kind() == stored) {
                    segment.stored("key", 1);
                } else {
                    segment.missing(GONE);
                }
            });
        }
    }

    private RecognisedLink submit() {
        var link = Samples.link();
        recording = intake.submit("somebody", link).id();
        return link;
    }

    private void planned(int files) {
        onLocked(found -> pipeline.planned(found, Samples.manifest(files), "manifest-key"));
    }

    private void withoutAPicture(Recording found, StoredSegment file) {
        file.stored("key", 1);
        pipeline.pictureMissing(found, file);
    }

    private void fileMissing(Recording found, StoredSegment file) {
        file.missing(GONE);
        pipeline.fileMissing(found, file);
    }

    private void endBatch(Consumer<StoredSegment> each) {
        endBatch((found, file) -> each.accept(file));
    }

    /** As a worker does: what became of the files is written first, that the task has ended afterwards. */
    private void endBatch(BiConsumer<Recording, StoredSegment> each) {
        var task = claim(TaskKind.FETCH);
        onLocked(found -> segments.wantedBy(task.id()).forEach(file -> each.accept(found, file)));
        onLocked(found -> {
            ledger.apply(task.id(), new Transition.Succeed(task.fence()));
            pipeline.fetchEnded(found);
        });
    }
}
