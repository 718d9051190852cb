package org.webinararchiver.core.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FairShareTest {
    private static final Instant NOON = Instant.parse("2026-01-28T12:00:00Z");

    @Test
    void whoIsAloneGetsWhatThereIsAndNoMoreThanIsWanted() {
        assertThat(FairShare.of(4, Map.of("a", 9), NOON)).isEqualTo(Map.of("a", 4));
        assertThat(FairShare.of(4, Map.of("a", 3), NOON)).isEqualTo(Map.of("a", 3));
        assertThat(FairShare.of(4, Map.of(), NOON)).isEmpty();
    }

    @Test
    void twoGetHalfEachAndWhatOneDoesNotWantGoesToTheOther() {
        assertThat(FairShare.of(4, Map.of("a", 9, "b", 9), NOON)).isEqualTo(Map.of("a", 2, "b", 2));
        assertThat(FairShare.of(4, Map.of("a", 1, "b", 9), NOON)).isEqualTo(Map.of("a", 1, "b", 3));
        assertThat(FairShare.of(4, Map.of("a", 0, "b", 9), NOON)).isEqualTo(Map.of("a", 0, "b", 4));
    }

    @Test
    void aSingleConnectionGoesRoundAndRestsForTenSecondsWithEach() {
        var had = new HashMap<String, Integer>();
        for (int second = 0; second < 30; second++) {
            FairShare.of(1, Map.of("a", 2, "b", 2, "c", 2), NOON.plusSeconds(second))
                    .forEach((holder, share) -> had.merge(holder, share, Integer::sum));
        }
        assertThat(had).isEqualTo(Map.of("a", 10, "b", 10, "c", 10));
    }

    @Test
    void neverMoreThanThereIsAndNothingIsLeftThatSomebodyWants() {
        var random = new Random(1);
        for (int round = 0; round < 10_000; round++) {
            int connections = random.nextInt(10);
            var wanted = new TreeMap<String, Integer>();
            for (int holder = random.nextInt(6); holder > 0; holder--) {
                wanted.put("holder " + holder, random.nextInt(6));
            }
            var dealt = FairShare.of(connections, wanted, NOON.plusSeconds(round));
            assertThat(dealt).allSatisfy((holder, share) -> assertThat(share).isBetween(0, wanted.get(holder)));
            assertThat(sum(dealt)).isEqualTo(Math.min(connections, sum(wanted)));
        }
    }

    private static int sum(Map<String, Integer> shares) {
        return shares.values().stream().mapToInt(Integer::intValue).sum();
    }
}
