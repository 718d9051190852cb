package org.webinararchiver.platform.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.WantedFile;
import org.webinararchiver.platform.PlatformTest;
import org.webinararchiver.platform.Samples;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.catalog.StoredSegment;
import org.webinararchiver.platform.storage.MultipartUpload;
import org.webinararchiver.platform.storage.NoSuchUpload;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.UploadedPart;
import org.webinararchiver.platform.task.Transactions;

/** Uploads are written down for the next worker, and removed when there will be none. */
@PlatformTest
class AbandonedUploadsTest {
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Failure GONE = new Failure.OfTask("gone", "The file is gone.", "None.");
    private static final Manifest ONE_FILE = Samples.manifest(1);
    private static final WantedFile FILE = ONE_FILE.wantedFiles().getFirst();

    @Inject
    Uploads uploads;

    @Inject
    AbandonedUploads abandoned;

    @Inject
    ObjectStore store;

    @Inject
    Recordings recordings;

    @Inject
    Segments segments;

    @Inject
    Transactions transactions;

    private UUID recording;

    @BeforeEach
    void aRecordingThatIsBeingFetched() {
        recording = transactions.call(() -> {
            uploads.giveUp(Duration.ZERO, new UUID(0, 0)).keySet().forEach(uploads::forget);
            var made = new Recording(UUID.randomUUID(), "anna", Samples.link().link());
            made.planned(ONE_FILE, "manifest");
            recordings.persistAndFlush(made);
            segments.persist(new StoredSegment(made.id(), FILE, UUID.randomUUID()));
            return made.id();
        });
    }

    @Test
    void theNextWorkerFindsWhatIsStored() throws IOException {
        var upload = begun();
        transactions.run(() -> uploads.stored(upload.id(), new UploadedPart(12, "twelve")));
        transactions.run(() -> uploads.stored(upload.id(), new UploadedPart(2, "two")));
        assertThat(underWay())
                .isEqualTo(new Upload(
                        upload.id(),
                        upload.place(),
                        upload.validator(),
                        upload.length(),
                        upload.partLength(),
                        List.of(new UploadedPart(2, "two"), new UploadedPart(12, "twelve"))));
    }

    @Test
    void aPartThatIsStoredAgainHasItsLatestReceipt() throws IOException {
        var upload = begun();
        transactions.run(() -> uploads.stored(upload.id(), new UploadedPart(2, "two")));
        transactions.run(() -> uploads.stored(upload.id(), new UploadedPart(2, "two-again")));
        assertThat(underWay().parts()).containsExactly(new UploadedPart(2, "two-again"));
    }

    @Test
    void whatIsUnderWayIsKept() throws IOException {
        var upload = begun();
        assertThat(abandoned.abort(A_DAY)).isZero();
        assertUnderWay(upload.place());
    }

    @Test
    void whatWasBegunAnewIsAborted() throws IOException {
        var before = begun();
        var now = begun();
        assertThat(underWay().id()).isEqualTo(now.id());
        assertThat(abandoned.abort(A_DAY)).isEqualTo(1);
        assertAborted(before.place());
        assertUnderWay(now.place());
        assertThat(abandoned.abort(A_DAY)).isZero();
    }

    @Test
    void theUploadOfACancelledRecordingIsAborted() throws IOException {
        var upload = begun();
        changed(Recording::cancelled);
        assertThat(abandoned.abort(A_DAY)).isEqualTo(1);
        assertAborted(upload.place());
    }

    @Test
    void theUploadOfAFailedRecordingIsAborted() throws IOException {
        var upload = begun();
        changed(made -> made.failed(GONE));
        assertThat(abandoned.abort(A_DAY)).isEqualTo(1);
        assertAborted(upload.place());
    }

    @Test
    void theUploadOfARecordingThatIsTriedAgainInTimeIsKept() throws IOException {
        var upload = begun();
        changed(Recording::cancelled);
        changed(Recording::again);
        assertThat(abandoned.abort(A_DAY)).isZero();
        assertUnderWay(upload.place());
    }

    @Test
    void theUploadOfAFileThatWasGivenUpIsAborted() throws IOException {
        var upload = begun();
        transactions.run(() -> segments.findById(
                        new StoredSegment.Key(recording, FILE.segment().id()))
                .missing(GONE));
        assertThat(abandoned.abort(A_DAY)).isEqualTo(1);
        assertAborted(upload.place());
    }

    @Test
    void theUploadOfARecordingThatIsNoMoreIsAborted() throws IOException {
        var upload = begun();
        transactions.run(() -> recordings
                .getEntityManager()
                .createNativeQuery("delete from recording where id = :id")
                .setParameter("id", recording)
                .executeUpdate());
        assertThat(abandoned.abort(A_DAY)).isEqualTo(1);
        assertAborted(upload.place());
    }

    @Test
    void anUploadThatReceivesNothingForLongIsAborted() throws IOException {
        var upload = begun();
        age("2 days");
        assertThat(abandoned.abort(A_DAY)).isEqualTo(1);
        assertAborted(upload.place());
    }

    @Test
    void oneThatReceivesAPartNowAndThenIsKept() throws IOException {
        var upload = begun();
        age("2 days");
        transactions.run(() -> uploads.stored(upload.id(), new UploadedPart(1, "one")));
        assertThat(abandoned.abort(A_DAY)).isZero();
    }

    @Test
    void whatBecameAnObjectIsForgottenAndStays() throws IOException {
        var upload = begun();
        var part = store.multipart().put(upload.place(), 1, new ByteArrayInputStream(new byte[7]), 7);
        store.multipart().complete(upload.place(), List.of(part));
        transactions.run(
                () -> uploads.completed(recording, List.of(FILE.segment().id())));
        assertThat(abandoned.abort(A_DAY)).isZero();
        assertThat(store.head(upload.place().key())).isPresent();
    }

    @Test
    void moreThanFitIntoOneTransactionAreAborted() throws IOException {
        for (int number = 0; number < Uploads.AT_ONCE + 2; number++) {
            begun();
        }
        assertThat(abandoned.abort(A_DAY)).isEqualTo(Uploads.AT_ONCE + 1);
    }

    private Upload begun() throws IOException {
        var place = store.multipart().start("recordings/%s/segments/%s".formatted(recording, UUID.randomUUID()));
        var upload = new Upload(UUID.randomUUID(), place, "\"1\"", 100_000_000, 8_388_608, List.of());
        transactions.run(() -> uploads.begun(recording, FILE.segment().id(), upload));
        return upload;
    }

    private Upload underWay() {
        return transactions
                .call(() -> uploads.underWay(recording))
                .get(FILE.segment().id());
    }

    private void changed(Consumer<Recording> change) {
        transactions.run(() -> change.accept(recordings.findById(recording)));
    }

    private void age(String time) {
        transactions.run(() -> recordings
                .getEntityManager()
                .createNativeQuery("update segment_upload set touched_at = touched_at - cast(:time as interval)")
                .setParameter("time", time)
                .executeUpdate());
    }

    private void assertUnderWay(MultipartUpload place) {
        assertThatCode(() -> put(place)).doesNotThrowAnyException();
    }

    private void assertAborted(MultipartUpload place) {
        assertThatExceptionOfType(NoSuchUpload.class).isThrownBy(() -> put(place));
    }

    private void put(MultipartUpload place) throws IOException {
        store.multipart().put(place, 1, new ByteArrayInputStream(new byte[] {1}), 1);
    }
}
