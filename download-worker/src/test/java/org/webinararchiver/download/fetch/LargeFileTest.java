package org.webinararchiver.download.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.manifest.WantedFile;
import org.webinararchiver.download.fetch.RangedOrigin.Answer;

/** A large file as one worker fetches it. */
class LargeFileTest extends LargeFileUnderTest {
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
        fetch(notes, 4, told::set);
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

    private static List<ByteRange> ranges(int... parts) {
        IntFunction<ByteRange> range = PARTS::range;
        return IntStream.of(parts).mapToObj(range).toList();
    }
}
