package org.webinararchiver.download.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.manifest.WantedFile;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.core.web.WebAnswer;

class SegmentFetcherTest extends FetcherUnderTest {
    private static final int A_PART = 8 * 1024 * 1024;

    @Test
    void aFileOfAnnouncedLengthIsStored() throws IOException {
        assertThat(fetch(answering(200, Map.of("content-length", "12"), FILE)))
                .isEqualTo(new FetchOutcome.Stored(KEY, FILE.length, Optional.empty()));
        assertStored(FILE);
    }

    @Test
    void aFileOfUnknownLengthIsStored() throws IOException {
        assertThat(fetch(answering(200, Map.of(), FILE)))
                .isEqualTo(new FetchOutcome.Stored(KEY, FILE.length, Optional.empty()));
        assertStored(FILE);
    }

    @ParameterizedTest
    @ValueSource(ints = {A_PART - 1, A_PART, A_PART + 1, 2 * A_PART, 2 * A_PART + 1})
    void aLargeFileOfUnknownLengthIsStoredInParts(int length) throws IOException {
        var large = new byte[length];
        new Random(length).nextBytes(large);
        System.arraycopy(FILE, 0, large, 0, FILE.length);
        assertThat(fetch(answering(200, Map.of(), large)))
                .isEqualTo(new FetchOutcome.Stored(KEY, length, Optional.empty()));
        assertStored(large);
    }

    @Test
    void aSlideIsStoredByteForByte() throws IOException {
        var picture = "GIF89a and so on".getBytes(UTF_8);
        var web = answering(200, Map.of("content-length", "16"), picture);
        assertThat(fetch(fetcher(web, store, Limits.WIDE), request(WantedFile.Kind.PICTURE)))
                .isEqualTo(new FetchOutcome.Stored(KEY, 16, Optional.empty()));
        assertStored(picture);
    }

    @ParameterizedTest
    @EnumSource(
            value = WantedFile.Kind.class,
            names = {"PICTURE", "DOCUMENT"})
    void aPageInPlaceOfASlideIsNotStored(WantedFile.Kind kind) throws IOException {
        var page = "<!doctype html><p>Log in".getBytes(UTF_8);
        var outcome = fetch(fetcher(answering(200, Map.of(), page), store, Limits.WIDE), request(kind));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        FetchOutcome.Failed.class,
                        failed -> assertThat(failed.failure())
                                .isInstanceOf(Failure.OfTask.class)
                                .returns("unexpected-content", Failure::reason));
        assertNothingStored();
    }

    @Test
    void nothingIsLeftOfALargeFileThatBreaks() throws IOException {
        var beginning = new ByteArrayInputStream(Arrays.copyOf(FILE, A_PART + 1));
        assertBrokenOff(failure(
                request -> new WebAnswer(200, Map.of(), new SequenceInputStream(beginning, new BreakingStream()))));
        assertNothingStored();
        assertThat(folder.resolve("uploads")).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileThatIsLargerThanAnyMayBeIsLost(boolean lengthIsKnown) throws IOException {
        var headers = lengthIsKnown ? Map.of("content-length", "12") : Map.<String, String>of();
        var smaller = fetcher(answering(200, headers, FILE), store, new Limits(FILE.length - 1, 0));
        assertThat(fetch(smaller, REQUEST))
                .asInstanceOf(type(FetchOutcome.Failed.class))
                .extracting(FetchOutcome.Failed::failure)
                .asInstanceOf(type(Failure.OfTask.class))
                .extracting(Failure.OfTask::reason)
                .isEqualTo("too-large");
        assertNothingStored();
    }

    @Test
    void theHeadersThatTheHostWantsAreSent() {
        Web web = request -> {
            assertThat(request.uri()).isEqualTo(REQUEST.url());
            assertThat(request.headers()).containsAllEntriesOf(REQUEST.headers());
            assertThat(request.secretCookies()).isEmpty();
            assertThat(request.secretQuery()).isEmpty();
            return answer(200, Map.of(), FILE);
        };
        assertThat(fetch(web)).isInstanceOf(FetchOutcome.Stored.class);
    }
}
