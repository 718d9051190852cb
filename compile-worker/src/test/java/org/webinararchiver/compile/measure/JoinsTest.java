package org.webinararchiver.compile.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.webinararchiver.compile.measure.Expectation.Run;
import org.webinararchiver.compile.measure.Joins.Span;

class JoinsTest {

    @Test
    void aSecondAroundEachSeamIsLookedAt() {
        assertThat(Joins.spans(joinsAt(0, 10_000, 20_000))).containsExactly(span(9500, 10_500), span(19_500, 20_500));
    }

    @Test
    void whereJoinsAreCloseTheirSecondsAreOne() {
        assertThat(Joins.spans(joinsAt(0, 10_000, 11_000, 12_001)))
                .containsExactly(span(9500, 11_500), span(11_501, 12_501));
    }

    @Test
    void nothingIsLookedAtBeforeTheBeginning() {
        assertThat(Joins.spans(joinsAt(0, 300))).containsExactly(span(0, 800));
    }

    @Test
    void aSinglePieceHasNoJoin() {
        assertThat(Joins.spans(joinsAt(0))).isEmpty();
    }

    @Test
    void aQuarterOfTheFileIsNotNearlyAll() {
        assertThat(Joins.areNearlyAll(List.of(span(0, 1000)), Duration.ofSeconds(4)))
                .isFalse();
        assertThat(Joins.areNearlyAll(List.of(span(0, 1000)), Duration.ofMillis(3999)))
                .isTrue();
    }

    @Test
    void manyPlacesAreNearlyAll() {
        var many = IntStream.range(0, 101)
                .mapToObj(i -> span(i * 60_000L, i * 60_000L + 1000))
                .toList();

        assertThat(Joins.areNearlyAll(many.subList(0, 100), Duration.ofHours(3)))
                .isFalse();
        assertThat(Joins.areNearlyAll(many, Duration.ofHours(3))).isTrue();
    }

    @Test
    void ofJoinsBetweenFramesOfOneMakingEightAreLookedAtFromTheirKeyFrame() {
        var runs = new ArrayList<Run>();
        for (int i = 0; i < 121; i++) {
            runs.add(new Run(Duration.ofSeconds(5L * i), 1, false));
        }
        runs.set(90, new Run(Duration.ofSeconds(450), 1, true));

        var spans = Joins.spans(new Expectation(Duration.ofMinutes(10), 2, 2, 1, runs));

        assertThat(spans).hasSize(9).contains(span(5_000, 5_500), span(449_500, 450_500));
        assertThat(spans.getLast().from()).isGreaterThan(Duration.ofSeconds(500));
    }

    private static Expectation joinsAt(long... millis) {
        var runs = Arrays.stream(millis)
                .mapToObj(at -> new Run(Duration.ofMillis(at), 1, true))
                .toList();
        return new Expectation(Duration.ofMinutes(1), 2, 2, 1, runs);
    }

    private static Span span(long from, long to) {
        return new Span(Duration.ofMillis(from), Duration.ofMillis(to));
    }
}
