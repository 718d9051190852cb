package org.webinararchiver.compile.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.webinararchiver.core.timeline.Span;
import org.webinararchiver.core.timeline.Stretch.Footage;

class CopiedTimesTest {
    private static final long MINUTE = 60_000;

    @Test
    void filesThatAdjoinAreOneTimeAndTheRestIsBetween() {
        var times = CopiedTimes.of(List.of(file(5_000, 12_000), file(12_000, 20_000)), millis(MINUTE));

        assertThat(times.spans()).containsExactly(span(5_000, 20_000));
        assertThat(times.between()).containsExactly(span(0, 5_000), span(20_000, MINUTE));
        assertThat(times.footage()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"14999, 0", "15000, 1"})
    void whatLastsLessThanTenSecondsIsNotCopied(long until, int copied) {
        assertThat(CopiedTimes.of(List.of(file(5_000, until)), millis(MINUTE)).spans())
                .hasSize(copied);
    }

    @ParameterizedTest
    @CsvSource({"20001, 19501", "20499, 19999", "20500, 20000"})
    void whatIsCopiedEndsEarlierWhereThereIsNoRoomBeforeTheNext(long next, long end) {
        var times = CopiedTimes.of(List.of(file(0, 20_000), file(next, MINUTE)), millis(MINUTE));

        assertThat(times.spans()).containsExactly(span(0, end), span(next, MINUTE));
        assertThat(times.between()).containsExactly(span(end, next));
        assertThat(times.footage().getFirst().end()).isEqualTo(millis(end));
    }

    @ParameterizedTest
    @CsvSource({"20001, 19501", "20499, 19999", "20500, 20000"})
    void orBeforeTheEndOfTheRecording(long duration, long end) {
        var times = CopiedTimes.of(List.of(file(0, 20_000)), millis(duration));

        assertThat(times.spans()).containsExactly(span(0, end));
        assertThat(times.between()).containsExactly(span(end, duration));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "499, 15000", "500, 500"})
    void atTheBeginningTheNextFileIsTheFirstWhereThereIsNoRoom(long begins, long first) {
        var times = CopiedTimes.of(List.of(file(begins, 15_000), file(15_000, 30_000)), millis(MINUTE));

        assertThat(times.spans()).containsExactly(span(first, 30_000));
    }

    @Test
    void aRecordingWithNothingToBeCopiedIsAllBetween() {
        assertThat(CopiedTimes.of(List.of(), millis(MINUTE)).between()).containsExactly(span(0, MINUTE));
    }

    private static Footage file(long from, long until) {
        return new Footage(
                "s" + from, "anna", millis(from), Duration.ZERO, Duration.ZERO, millis(until - from), Duration.ZERO);
    }

    private static Span span(long from, long until) {
        return new Span(millis(from), millis(until));
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
