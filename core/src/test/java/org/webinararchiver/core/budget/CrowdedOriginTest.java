package org.webinararchiver.core.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A thousand files from an origin that bears so many connections, whoever shares them and whatever the timing. */
class CrowdedOriginTest {
    private static final int FILES = 1000;
    private static final int SEEDS = 50;
    private static final long FIRST_SEED = Long.getLong("tests.seed", 0);

    static Stream<Arguments> origins() {
        return IntStream.rangeClosed(1, 8)
                .boxed()
                .flatMap(bearable -> Stream.of(1, 2, 3, 5).map(workers -> Arguments.of(bearable, workers)));
    }

    @ParameterizedTest(name = "{1} workers, {0} connections")
    @MethodSource("origins")
    void atMostTwoInAHundredRequestsAreWastedAndThreeLooksInFourSeeASizeThatIsBorne(int bearable, int workers) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            var origin = new CrowdedOrigin(bearable, workers, FILES, BudgetRule.DEFAULT, seed);
            origin.run();
            assertThat(origin.resets).as("resets with seed %d", seed).isLessThanOrEqualTo(FILES / 50);
            var settled = origin.sizes.subList(origin.sizes.size() / 5, origin.sizes.size());
            assertThat(settled.stream().filter(size -> size <= bearable).count())
                    .as("looks at a size that is borne, with seed %d, of %s", seed, settled)
                    .isGreaterThanOrEqualTo(settled.size() * 3L / 4);
            assertThat(settled).as("with seed %d", seed).allMatch(size -> size <= bearable + 2);
        }
    }
}
