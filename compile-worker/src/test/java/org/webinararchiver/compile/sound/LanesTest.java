package org.webinararchiver.compile.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.compile.sound.Voices.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LanesTest {

    @Test
    void voicesThatFollowOneAnotherShareALane() {
        var first = voice(0, 5);
        var second = voice(5, 5);

        assertThat(Lanes.of(List.of(first, second))).containsExactly(List.of(first, second));
    }

    @Test
    void voicesThatOverlapDoNot() {
        var first = voice(0, 5);
        var second = voice(4.9, 5);

        assertThat(Lanes.of(List.of(first, second))).containsExactly(List.of(first), List.of(second));
    }

    @Test
    void aLaneIsUsedAgainOnceItIsFree() {
        var first = voice(0, 10);
        var second = voice(1, 2);
        var third = voice(3, 2);

        assertThat(Lanes.of(List.of(third, second, first))).containsExactly(List.of(first), List.of(second, third));
    }

    @Test
    void nobodySpeakingNeedsNoLane() {
        assertThat(Lanes.of(List.of())).isEmpty();
    }

    @Test
    void thereAreAsManyLanesAsVoicesAtOnceAndNoneOverlap() {
        var random = new Random(7);
        for (int i = 0; i < 100; i++) {
            var voices = new ArrayList<Utterance>();
            for (int n = 0; n < 40; n++) {
                voices.add(voice(random.nextDouble(60), 0.1 + random.nextDouble(8)));
            }
            var lanes = Lanes.of(voices);
            assertThat(lanes).hasSize(mostAtOnce(voices));
            assertThat(lanes.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(voices);
            lanes.forEach(LanesTest::assertInOrder);
        }
    }

    private static int mostAtOnce(List<Utterance> voices) {
        return (int) voices.stream()
                .mapToLong(begun -> voices.stream()
                        .filter(other -> other.start() <= begun.start() && begun.start() < other.end())
                        .count())
                .max()
                .orElse(0);
    }

    private static void assertInOrder(List<Utterance> lane) {
        for (int i = 1; i < lane.size(); i++) {
            assertThat(lane.get(i).start())
                    .isGreaterThanOrEqualTo(lane.get(i - 1).end());
        }
    }
}
