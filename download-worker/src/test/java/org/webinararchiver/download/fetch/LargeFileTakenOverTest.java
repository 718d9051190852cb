package org.webinararchiver.download.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.webinararchiver.download.fetch.Outcomes.failureOf;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.download.fetch.RangedOrigin.Answer;
import org.webinararchiver.platform.storage.MultipartUpload;
import org.webinararchiver.platform.storage.NoSuchUpload;
import org.webinararchiver.platform.storage.UploadedPart;
import org.webinararchiver.platform.upload.Upload;

/** A large file that one worker has begun and another one goes on with. */
class LargeFileTakenOverTest extends LargeFileUnderTest {
    @Test
    void anotherWorkerGoesOnWithWhatIsMissing() throws Exception {
        failAfter(3);
        assertFailed("origin-busy", fetch(notes, 1));
        assertThat(origin.sent()).hasSize(3);
        origin.always(Answer.RANGE);
        assertStored(FILE, fetch(notes, 4));
        assertThat(origin.sent()).containsExactlyInAnyOrder(BEGINNING, PARTS.range(3), PARTS.range(4), PARTS.range(5));
    }

    @Test
    void anotherWorkerGoesOnWithTheOldKey() throws Exception {
        failAfter(3);
        fetch(notes, 1);
        origin.always(Answer.RANGE);
        assertThat(fetcher().fetch(request("recordings/1/segments/3", notes), connections(4), length -> {}))
                .isEqualTo(new FetchOutcome.Stored(KEY, LENGTH, Optional.empty()));
    }

    @Test
    void anotherVersionBeginsAnew() throws Exception {
        failAfter(3);
        fetch(notes, 1);
        var before = notes.underWay().orElseThrow().place();
        var other = RangedOrigin.picture(LENGTH, 2);
        origin.change(other, Map.of("ETag", "\"2\""));
        origin.always(Answer.RANGE);
        assertStored(other, fetch(notes, 4));
        assertThat(notes.underWay().orElseThrow().place()).isNotEqualTo(before);
    }

    @Test
    void anotherLengthUnderTheSameTagBeginsAnew() throws Exception {
        failAfter(3);
        fetch(notes, 1);
        var longer = RangedOrigin.picture(LENGTH + 1, 1);
        origin.change(longer, Map.of("ETag", "\"1\""));
        origin.always(Answer.RANGE);
        assertStored(longer, fetch(notes, 4));
    }

    @Test
    void anUploadThatTheStoreHasForgottenIsBegunAnew() throws Exception {
        failAfter(3);
        fetch(notes, 1);
        store.multipart().abort(notes.underWay().orElseThrow().place());
        origin.always(Answer.RANGE);
        assertStored(FILE, fetch(notes, 4));
    }

    @Test
    void partsThatTheStoreHasDifferentlyAreBegunAnew() throws Exception {
        failAfter(3);
        fetch(notes, 1);
        notes.stored(notes.underWay().orElseThrow(), new UploadedPart(5, "never-stored"));
        origin.always(Answer.RANGE);
        assertStored(FILE, fetch(notes, 4));
    }

    /** As a worker leaves it that is killed before it can write that the file is stored. */
    @Test
    void whatWasCompletedBeforeIsNotAskedForAgain() throws Exception {
        fetch(notes, 4);
        int asked = origin.asked().size();
        assertStored(FILE, fetch(notes, 4));
        assertThat(origin.asked()).hasSize(asked);
    }

    @Test
    void aWorkerThatWasGivenUpSpoilsNothing() throws Exception {
        failAfter(3);
        fetch(notes, 1);
        var upload = notes.underWay().orElseThrow();
        origin.always(Answer.RANGE);
        assertStored(FILE, fetch(notes, 4));
        var late = PARTS.range(5);
        assertThatExceptionOfType(NoSuchUpload.class)
                .isThrownBy(() -> store.multipart()
                        .put(
                                upload.place(),
                                5,
                                new ByteArrayInputStream(new byte[(int) late.length()]),
                                late.length()));
        assertStored(FILE, new FetchOutcome.Stored(KEY, LENGTH, Optional.empty()));
    }

    @Test
    void whoLostTheTaskAsksForNothingMore() {
        var lost = new NotesOfALostTask(notes);
        assertThatIllegalStateException().isThrownBy(() -> fetch(lost, 1)).withMessage("the lease is lost");
        assertThat(origin.asked()).hasSize(1);
    }

    @Test
    void anOriginThatRestsAfterSomePartsCostsNoAttempt() throws Exception {
        restAfter(2);
        assertThat(failureOf(fetch(notes, 1))).isInstanceOf(Failure.NotNow.class);
        origin.always(Answer.RANGE);
        assertStored(FILE, fetch(notes, 4));
    }

    @Test
    void anOriginThatRestsBeforeAnyPartDoes() throws Exception {
        restAfter(1);
        fetch(notes, 1);
        restAfter(0);
        assertThat(failureOf(fetch(notes, 1))).isInstanceOf(Failure.Retryable.class);
    }

    private void restAfter(int requests) {
        failAfter(requests);
        origin.always(request -> {
            request.header("Retry-After", "90");
            Answer.status(503).to(request);
        });
    }

    /** The task was given to somebody else as soon as the upload was begun. */
    private record NotesOfALostTask(NotesInMemory before) implements UploadNotes {
        @Override
        public Optional<Upload> underWay() {
            return before.underWay();
        }

        @Override
        public Upload begun(MultipartUpload place, FileVersion version, long partLength) {
            return before.begun(place, version, partLength);
        }

        @Override
        public void stored(Upload upload, UploadedPart part) {
            throw new IllegalStateException("the lease is lost");
        }

        @Override
        public void abandoned() {
            throw new IllegalStateException("the lease is lost");
        }
    }
}
