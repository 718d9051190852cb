package org.webinararchiver.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.webinararchiver.core.manifest.WantedFile;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.core.recording.RenditionOptions;
import org.webinararchiver.platform.PlatformTest;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.catalog.SegmentState;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.pipeline.Control;
import org.webinararchiver.platform.pipeline.Pipeline;
import org.webinararchiver.platform.task.Transactions;

/** What is old is removed where somebody wants that; what is held is not. */
@PlatformTest
class RetentionTest {
    private static final Duration NOW = Duration.ZERO;
    private static final Duration AN_HOUR = Duration.ofHours(1);

    @Inject
    Retention retention;

    @Inject
    RecordingOnDisk made;

    @Inject
    Recordings recordings;

    @Inject
    Segments segments;

    @Inject
    Control control;

    @Inject
    Pipeline pipeline;

    @Inject
    Transactions transactions;

    @BeforeEach
    void nothingElse() {
        transactions.run(() -> recordings.deleteAll());
    }

    @Test
    void aFinishedRecordingIsRemovedWithItsObjects() throws IOException {
        var id = made.at(RecordingState.PROCESSED);
        assertThat(retention.removeRecordings(NOW)).isEqualTo(1);
        assertThat(isThere(id)).isFalse();
        await().atMost(Duration.ofSeconds(10)).until(() -> made.objects(id).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "CANCELLED", "PROCESSING"})
    void itsAgeSaysNothingOfOthers(RecordingState other) throws IOException {
        var id = made.at(other);
        assertThat(retention.removeRecordings(NOW)).isZero();
        assertThat(retention.dropSegments(NOW)).isZero();
        assertThat(isThere(id)).isTrue();
        assertThat(made.objects(id)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "CANCELLED"})
    void oneThatFailedOrWasCancelledIsRemovedByAnAgeOfItsOwn(RecordingState end) throws IOException {
        var failed = made.at(end);
        var finished = made.at(RecordingState.PROCESSED);
        assertThat(retention.removeFailed(NOW)).isEqualTo(1);
        assertThat(isThere(failed)).isFalse();
        assertThat(isThere(finished)).isTrue();
    }

    @Test
    void whatIsYoungerIsKept() throws IOException {
        var finished = made.at(RecordingState.PROCESSED);
        var failed = made.at(RecordingState.FAILED);
        assertThat(retention.removeRecordings(AN_HOUR)).isZero();
        assertThat(retention.removeFailed(AN_HOUR)).isZero();
        assertThat(retention.dropSegments(AN_HOUR)).isZero();
        endedAgo("61 minutes");
        assertThat(retention.removeRecordings(AN_HOUR)).isEqualTo(1);
        assertThat(retention.removeFailed(AN_HOUR)).isEqualTo(1);
        assertThat(isThere(finished) || isThere(failed)).isFalse();
    }

    @Test
    void whatIsHeldIsKeptUntilItIsReleased() throws IOException {
        var finished = made.at(RecordingState.PROCESSED);
        var failed = made.at(RecordingState.FAILED);
        control.hold(finished);
        control.hold(failed);
        assertThat(retention.removeRecordings(NOW)).isZero();
        assertThat(retention.removeFailed(NOW)).isZero();
        assertThat(retention.dropSegments(NOW)).isZero();
        control.release(finished);
        control.release(failed);
        assertThat(retention.removeRecordings(NOW)).isEqualTo(1);
        assertThat(retention.removeFailed(NOW)).isEqualTo(1);
    }

    @Test
    void nothingIsRemovedWhereNothingIsSet() throws IOException {
        var id = made.at(RecordingState.PROCESSED);
        endedAgo("100 years");
        retention.look(new Settings(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(isThere(id)).isTrue();
        assertThat(made.objects(id))
                .hasSize(3 + RecordingOnDisk.MANIFEST.wantedFiles().size());
    }

    @Test
    void moreThanAPageIsRemovedInOneLook() throws IOException {
        for (int count = 0; count <= Aged.PAGE; count++) {
            made.at(RecordingState.FAILED);
        }
        assertThat(retention.removeFailed(NOW)).isEqualTo(Aged.PAGE + 1);
        assertThat(transactions.<Long>call(() -> recordings.count())).isZero();
    }

    @Test
    void droppedMediaLeaveTheFinishedFileAndSlides() throws IOException {
        var id = made.at(RecordingState.PROCESSED);
        assertThat(retention.dropSegments(NOW)).isEqualTo(1);
        assertThat(made.objects(id))
                .contains(RecordingOnDisk.artifactKey(id))
                .noneMatch(key -> media().anyMatch(
                                file -> RecordingOnDisk.segmentKey(id, file).equals(key)))
                .hasSize(3 + RecordingOnDisk.MANIFEST.wantedFiles().size() - 2);
        assertThat(retention.dropSegments(NOW)).isZero();
        seen(id, recording -> assertThat(recording.state()).isEqualTo(RecordingState.PROCESSED));
    }

    @Test
    void anotherFileOfItBeginsWithFetchingThemAgain() throws IOException {
        var id = made.at(RecordingState.PROCESSED);
        retention.dropSegments(NOW);
        transactions.run(() -> {
            var recording = recordings.locked(id);
            recording.another(new RenditionOptions(
                    Optional.empty(), Optional.empty(), Look.USUAL.with(Quality.P480), false, false));
            pipeline.submitted(recording);
        });
        transactions.run(() -> pipeline.planned(recordings.locked(id), RecordingOnDisk.MANIFEST, "manifest"));
        seen(id, recording -> assertThat(recording.state()).isEqualTo(RecordingState.DOWNLOADING));
        assertThat(count(id, WantedFile.Kind.MEDIA, SegmentState.WANTED)).isEqualTo(2);
        assertThat(count(id, WantedFile.Kind.PICTURE, SegmentState.WANTED)).isZero();
        assertThat(count(id, WantedFile.Kind.MEDIA, SegmentState.DROPPED)).isZero();
    }

    private static java.util.stream.Stream<WantedFile> media() {
        return RecordingOnDisk.MANIFEST.wantedFiles().stream().filter(file -> file.kind() == WantedFile.Kind.MEDIA);
    }

    private long count(UUID id, WantedFile.Kind kind, SegmentState state) {
        return transactions.call(() -> segments.count(id, kind, state));
    }

    private void endedAgo(String interval) {
        transactions.run(() -> recordings
                .getEntityManager()
                .createNativeQuery("""
                        alter table recording disable trigger recording_ends;
                        update recording set finished_at = clock_timestamp() - cast('%s' as interval);
                        alter table recording enable trigger recording_ends
                        """.formatted(interval))
                .executeUpdate());
    }

    private boolean isThere(UUID id) {
        return transactions.call(() -> recordings.findByIdOptional(id).isPresent());
    }

    private void seen(UUID id, Consumer<Recording> look) {
        transactions.run(() -> look.accept(recordings.findById(id)));
    }

    private record Settings(Optional<Duration> recordings, Optional<Duration> failed, Optional<Duration> segments)
            implements RetentionSettings {
        @Override
        public Duration look() {
            return AN_HOUR;
        }
    }
}
