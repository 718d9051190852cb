package org.webinararchiver.download.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.manifest.WantedFile;
import org.webinararchiver.download.fetch.RangedOrigin.Answer;
import org.webinararchiver.download.web.LoopbackWeb;
import org.webinararchiver.platform.scratch.Scratch;
import org.webinararchiver.platform.storage.MultipartUpload;
import org.webinararchiver.platform.storage.NoSuchUpload;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.UploadedPart;
import org.webinararchiver.platform.storage.directory.DirectoryObjectStore;
import org.webinararchiver.platform.upload.Upload;

/** A file of four and a half parts, fetched by one worker or by several one after the other. */
@Timeout(120)
class LargeFileTest {
    private static final int A_PART = 8 * 1024 * 1024;
    private static final int LENGTH = 4 * A_PART + A_PART / 2;
    private static final byte[] FILE = RangedOrigin.picture(LENGTH, 1);
    private static final Parts PARTS = new Parts(LENGTH, A_PART);
    private static final String KEY = "recordings/1/segments/2";
    private static final ByteRange BEGINNING = ByteRange.of(0, 2 * A_PART);

    @TempDir
    Path folder;

    private final NotesInMemory notes = new NotesInMemory();
    private ObjectStore store;
    private RangedOrigin origin;

    @BeforeEach
    void open() throws IOException {
        store = DirectoryObjectStore.open(folder.resolve("store"), Clock.systemUTC());
        origin = RangedOrigin.of(FILE);
    }

    @AfterEach
    void close() throws IOException {
        origin.close();
        store.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void noByteIsSentTwice(int connections) throws Exception {
        assertStored(FILE, fetch(notes, connections));
        assertThat(origin.sent()).containsExactlyInAnyOrder(BEGINNING, PARTS.range(3), PARTS.range(4), PARTS.range(5));
    }

    @ParameterizedTest
    @ValueSource(ints = {2 * A_PART, 2 * A_PART + 1})
    void oneByteMoreThanASmallFileHasIsALargeOne(int length) throws Exception {
        var file = RangedOrigin.picture(length, length);
        origin.change(file, Map.of("ETag", "\"1\""));
        assertStored(file, fetch(notes, 4));
        assertThat(notes.underWay().isPresent()).isEqualTo(length > SmallFile.MOST_BYTES);
    }

    @Test
    void itsLengthIsToldBeforeItIsFetched() throws Exception {
        var told = new AtomicLong();
        fetch(notes, 4, told);
        assertThat(told).hasValue(LENGTH);
    }

    @Test
    void aPartThatBreaksIsAskedForAgainAndNoOther() throws Exception {
        origin.disturb(2, Answer.breakingAfter(1_000_000));
        assertStored(FILE, fetch(notes, 1));
        assertThat(origin.sent()).containsExactlyInAnyOrder(BEGINNING, PARTS.range(3), PARTS.range(4), PARTS.range(5));
        assertThat(origin.asked()).hasSize(5);
    }

    @Test
    void ofABeginningThatBreaksTheWholePartsAreKept() throws Exception {
        origin.disturb(1, Answer.breakingAfter(A_PART + 1_000_000));
        assertStored(FILE, fetch(notes, 4));
        assertThat(origin.sent()).containsExactlyInAnyOrderElementsOf(ranges(2, 3, 4, 5));
    }

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
    void aWrongRangeIsNoPart() throws Exception {
        origin.disturb(2, Answer.claiming("bytes 0-8388607/" + LENGTH));
        assertFailed("wrong-range", fetch(notes, 1));
        assertThat(store.head(KEY)).isEmpty();
    }

    @Test
    void aPartThatIsGoneEndsTheFile() throws Exception {
        origin.disturb(2, Answer.status(410));
        assertFailed("origin-refuses", fetch(notes, 1));
        assertThat(store.head(KEY)).isEmpty();
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

    @Test
    void withoutRangesTheWholeIsStreamed() throws Exception {
        origin.always(Answer.WHOLE);
        assertStored(FILE, fetch(notes, 4));
        assertThat(origin.asked()).hasSize(1);
        assertThat(notes.underWay()).isEmpty();
    }

    @Test
    void withoutAnythingToTellVersionsApartTheWholeIsStreamed() throws Exception {
        origin.change(FILE, Map.of());
        assertStored(FILE, fetch(notes, 4));
        assertThat(origin.asked()).hasSize(2);
        assertThat(notes.underWay()).isEmpty();
    }

    @Test
    void aPageInPlaceOfADocumentIsNotEvenBegun() throws Exception {
        origin.change(RangedOrigin.noise(LENGTH, 1), Map.of("ETag", "\"1\""));
        var request = new SegmentRequest(origin.url(), Map.of(), WantedFile.Kind.DOCUMENT, KEY, 0, notes);
        assertFailed("unexpected-content", fetcher().fetch(request, connections(4), length -> {}));
        assertThat(notes.underWay()).isEmpty();
        assertThat(folder.resolve("store/uploads")).isEmptyDirectory();
    }

    /** Requests after this one find the origin busy. */
    private void failAfter(int requests) {
        origin.always(Answer.status(500));
        IntStream.rangeClosed(1, requests).forEach(request -> origin.disturb(request, Answer.RANGE));
    }

    private static List<ByteRange> ranges(int... parts) {
        IntFunction<ByteRange> range = PARTS::range;
        return IntStream.of(parts).mapToObj(range).toList();
    }

    private FetchOutcome fetch(UploadNotes written, int connections) throws Exception {
        return fetch(written, connections, new AtomicLong());
    }

    private FetchOutcome fetch(UploadNotes written, int most, AtomicLong announced) throws Exception {
        try (var connections = connections(most)) {
            return fetcher().fetch(request(KEY, written), connections, announced::set);
        }
    }

    private Connections connections(int most) throws Exception {
        return Connections.to(origin.url(), Budgets.of(most), Duration.ofSeconds(5));
    }

    private SegmentFetcher fetcher() {
        return new SegmentFetcher(
                LoopbackWeb.open(), store, new Scratch(() -> folder.resolve("scratch")), Limits.WIDE, 4);
    }

    private SegmentRequest request(String key, UploadNotes written) {
        return new SegmentRequest(origin.url(), Map.of(), WantedFile.Kind.PICTURE, key, 0, written);
    }

    private void assertStored(byte[] file, FetchOutcome outcome) throws IOException {
        assertThat(outcome).isEqualTo(new FetchOutcome.Stored(KEY, file.length, Optional.empty()));
        try (var bytes = store.get(KEY)) {
            assertThat(bytes.readAllBytes()).isEqualTo(file);
        }
    }

    private static void assertFailed(String reason, FetchOutcome outcome) {
        assertThat(failureOf(outcome).reason()).isEqualTo(reason);
    }

    private static Failure failureOf(FetchOutcome outcome) {
        return switch (outcome) {
            case FetchOutcome.Failed failed -> failed.failure();
            case FetchOutcome.Damaged damaged -> throw new AssertionError("came damaged: " + damaged);
            case FetchOutcome.Stored stored -> throw new AssertionError("was stored: " + stored);
        };
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
