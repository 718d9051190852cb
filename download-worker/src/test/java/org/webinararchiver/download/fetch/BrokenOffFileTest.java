package org.webinararchiver.download.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.download.fetch.RangedOrigin.Answer;
import org.webinararchiver.download.fetch.RangedOrigin.Asked;

/** Small files of an origin that breaks off, changes its mind or lies. */
@Timeout(60)
class BrokenOffFileTest extends FileUnderTest {
    private static final int LENGTH = 100_000;
    private static final byte[] FILE = RangedOrigin.picture(LENGTH, 1);
    private static final byte[] OTHER = RangedOrigin.picture(LENGTH, 2);

    BrokenOffFileTest() {
        super(FILE);
    }

    @Test
    void aFileThatComesWholeCostsOneRequest() throws Exception {
        assertStored(FILE, fetch());
        assertThat(origin.asked()).containsExactly(asked(0, SmallFile.MOST_BYTES - 1, null));
    }

    @Test
    void anOriginWithoutRangesIsAskedOnceToo() throws Exception {
        origin.always(Answer.WHOLE);
        assertStored(FILE, fetch());
        assertThat(origin.asked()).hasSize(1);
    }

    @Test
    void aFileGoesOnWhereItBroke() throws Exception {
        origin.disturb(1, Answer.breakingAfter(60_000)).disturb(2, Answer.breakingAfter(30_000));
        assertStored(FILE, fetch());
        assertThat(origin.asked())
                .containsExactly(
                        asked(0, SmallFile.MOST_BYTES - 1, null),
                        asked(60_000, LENGTH - 1, "\"1\""),
                        asked(90_000, LENGTH - 1, "\"1\""));
    }

    @Test
    void withoutATagTheTimeOfTheLastChangeTellsWhetherItIsTheSame() throws Exception {
        var changed = "Thu, 01 Jan 2026 10:00:00 GMT";
        origin.change(FILE, Map.of("ETag", "W/\"weak\"", "Last-Modified", changed));
        origin.disturb(1, Answer.breakingAfter(60_000));
        assertStored(FILE, fetch());
        assertThat(origin.asked()).last().isEqualTo(asked(60_000, LENGTH - 1, changed));
    }

    @Test
    void aFileThatNothingTellsFromAnotherIsNotGoneOnWith() throws Exception {
        origin.change(FILE, Map.of());
        origin.disturb(1, Answer.breakingAfter(60_000));
        assertRetryable("broken-off", fetch());
        assertThat(origin.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void aBusyOriginIsAskedAgainForTheRest(int status) throws Exception {
        origin.disturb(1, Answer.breakingAfter(60_000)).disturb(2, Answer.status(status));
        assertStored(FILE, fetch());
        assertThat(origin.asked()).last().isEqualTo(asked(60_000, LENGTH - 1, "\"1\""));
    }

    @Test
    void anOriginThatRestsForLongAfterItBrokeWasTried() throws Exception {
        origin.disturb(1, Answer.breakingAfter(60_000)).disturb(2, request -> {
            request.header("Retry-After", "90");
            Answer.status(503).to(request);
        });
        assertThat(fetch())
                .isInstanceOfSatisfying(
                        FetchOutcome.Failed.class,
                        failed -> assertThat(failed.failure())
                                .isInstanceOfSatisfying(
                                        Failure.Retryable.class,
                                        busy -> assertThat(busy.pause()).isGreaterThan(Duration.ofSeconds(80))));
        assertThat(origin.asked()).hasSize(2);
    }

    @Test
    void anOriginThatBreaksAgainAndAgainIsLeftForAnotherAttempt() throws Exception {
        origin.always(Answer.breakingAfter(100));
        assertRetryable("broken-off", fetch());
        assertThat(origin.asked()).hasSize(5);
    }

    @Test
    void anotherVersionBeginsAnew() throws Exception {
        origin.disturb(1, request -> {
            Answer.breakingAfter(60_000).to(request);
            origin.change(OTHER, Map.of("ETag", "\"2\""));
        });
        assertStored(OTHER, fetch());
    }

    /** Some answer with a range whatever {@code If-Range} says. */
    @Test
    void anotherVersionIsNoticedByItsTagToo() throws Exception {
        origin.disturb(1, request -> {
            Answer.breakingAfter(60_000).to(request);
            origin.change(OTHER, Map.of("ETag", "\"2\""));
        });
        origin.disturb(2, Answer.claiming("bytes 60000-99999/100000"));
        assertStored(OTHER, fetch());
    }

    @Test
    void aFileThatChangesWithEveryRequestIsGivenUp() throws Exception {
        origin.always(request -> {
            Answer.breakingAfter(10).to(request);
            origin.change(OTHER, Map.of("ETag", "\"" + origin.asked().size() + "\""));
        });
        for (int request = 2; request <= 6; request += 2) {
            origin.disturb(request, Answer.WHOLE);
        }
        assertRetryable("file-changes", fetch());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes 1-99999/100000",
                "bytes 0-99998/100000",
                "bytes 0-99999/99999",
                "bytes 5-4/100000",
                "bytes 0-16777215/99999999"
            })
    void aRangeThatWasNotAskedForIsNotBelieved(String contentRange) throws Exception {
        origin.always(Answer.claiming(contentRange));
        assertRetryable("wrong-range", fetch());
    }

    @Test
    void neitherIsOneInTheMiddle() throws Exception {
        origin.disturb(1, Answer.breakingAfter(60_000)).disturb(2, Answer.claiming("bytes 0-99999/100000"));
        assertRetryable("wrong-range", fetch());
    }

    @Test
    void anOriginThatDoesNotTellTheLengthOfARangeIsAskedForTheWhole() throws Exception {
        origin.disturb(1, Answer.claiming("bytes 0-99999/*"));
        assertStored(FILE, fetch());
        assertThat(origin.asked()).last().isEqualTo(new Asked(Optional.empty(), Optional.empty()));
    }

    @Test
    void anEmptyFileCostsOneRequestToo() throws Exception {
        origin.always(request -> {
            request.header("Content-Range", "bytes */0");
            Answer.status(416).to(request);
        });
        assertThat(fetch())
                .isInstanceOfSatisfying(
                        FetchOutcome.Failed.class,
                        failed -> assertThat(failed.failure().reason()).isEqualTo("unexpected-content"));
        assertThat(origin.asked()).hasSize(1);
    }

    @Test
    void anOriginThatCannotDivideItsFileIsAskedForTheWhole() throws Exception {
        origin.disturb(1, Answer.status(416));
        assertStored(FILE, fetch());
        assertThat(origin.asked()).last().isEqualTo(new Asked(Optional.empty(), Optional.empty()));
    }

    @Test
    void nothingIsLeftInScratch() throws Exception {
        origin.disturb(1, Answer.breakingAfter(60_000)).disturb(2, Answer.status(404));
        assertThat(fetch()).isInstanceOf(FetchOutcome.Failed.class);
        assertThat(folder.resolve("scratch")).isEmptyDirectory();
    }

    private FetchOutcome fetch() throws Exception {
        return fetch(notes, 4);
    }

    private void assertRetryable(String reason, FetchOutcome outcome) throws IOException {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        FetchOutcome.Failed.class,
                        failed -> assertThat(failed.failure())
                                .isInstanceOf(Failure.Retryable.class)
                                .returns(reason, Failure::reason));
        assertThat(store.head(KEY)).isEmpty();
    }

    private static Asked asked(long first, long last, String condition) {
        return new Asked(Optional.of("bytes=%d-%d".formatted(first, last)), Optional.ofNullable(condition));
    }
}
