package org.webinararchiver.core.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {
    private static final BudgetRule RULE = BudgetRule.DEFAULT;
    private static final Instant NOON = Instant.parse("2026-01-28T12:00:00Z");
    private static final Instant SETTLED = NOON.plus(RULE.settle());

    @Test
    void anUnknownOriginIsAskedOverFourConnectionsAtOnce() {
        var budget = Budget.starting(RULE);
        assertThat(budget.connections()).isEqualTo(4);
        assertThat(budget.isOpen(NOON)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"8, 4", "5, 2", "4, 2", "3, 1", "2, 1", "1, 1", "1.9, 1", "4.9, 2"})
    void aRefusalHalvesAndLeavesOne(double size, int connections) {
        assertThat(refusedAtNoon(ofSize(size)).connections()).isEqualTo(connections);
    }

    @Test
    void nothingIsBegunUntilAHalvingHasSettled() {
        var halved = refusedAtNoon(ofSize(4));
        assertThat(halved.isOpen(SETTLED.minusNanos(1))).isFalse();
        assertThat(halved.isOpen(SETTLED)).isTrue();
    }

    @Test
    void aBurstOfRefusalsHalvesOnceHoweverLateItIsHeardOf() {
        var once = refusedAtNoon(ofSize(8));
        var begunBefore = new Refusal(SETTLED.minusNanos(1), Optional.empty());
        assertThat(once.refused(begunBefore, SETTLED.plusSeconds(60), RULE)).isEqualTo(once);
        var begunAfter = new Refusal(SETTLED, Optional.empty());
        assertThat(once.refused(begunAfter, SETTLED, RULE).connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"PT30S, PT30S", "PT1S, PT3S", "PT0S, PT3S", "PT2H, PT2M"})
    void whatAnOriginAsksForIsGrantedUpToALimit(Duration asked, Duration closedFor) {
        var resting = ofSize(4).refused(new Refusal(NOON, Optional.of(asked)), NOON, RULE);
        assertThat(resting.notBefore()).isEqualTo(NOON.plus(closedFor));
    }

    @Test
    void aRefusalThatNoLongerHalvesStillAsksForItsRest() {
        var once = refusedAtNoon(ofSize(4));
        var again = once.refused(new Refusal(NOON, Optional.of(Duration.ofSeconds(30))), NOON, RULE);
        assertThat(again.size()).isEqualTo(once.size());
        assertThat(again.notBefore()).isEqualTo(NOON.plusSeconds(30));
        assertThat(again.refused(new Refusal(NOON, Optional.of(Duration.ofSeconds(5))), NOON, RULE))
                .isEqualTo(again);
    }

    @ParameterizedTest
    @CsvSource({"15, 4", "16, 5", "63, 7", "64, 8", "10000, 8"})
    void successesLetItGrowUpToTheMost(int successes, int connections) {
        assertThat(Budget.starting(RULE).succeeded(successes, RULE).connections())
                .isEqualTo(connections);
    }

    @ParameterizedTest
    @CsvSource({
        // refused at 4: halved to 2, at once back to 3, and then carefully
        "15, 2",
        "16, 3",
        "271, 3",
        "272, 4",
        "527, 4",
        "528, 5",
        "543, 5",
        "544, 6",
    })
    void growthIsSlowAroundWhereTheOriginRefused(int successes, int connections) {
        assertThat(refusedAtNoon(ofSize(4)).succeeded(successes, RULE).connections())
                .isEqualTo(connections);
    }

    @Test
    void manySuccessesAtOnceAreAsGoodAsOneAfterTheOther() {
        var one = refusedAtNoon(ofSize(4));
        for (int count = 0; count < 300; count++) {
            one = one.succeeded(1, RULE);
        }
        assertThat(one).isEqualTo(refusedAtNoon(ofSize(4)).succeeded(300, RULE));
    }

    @Test
    void whatIsNoBudgetOrNoRuleIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ofSize(0.99));
        assertThatIllegalArgumentException().isThrownBy(() -> ofSize(Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BudgetRule(0, 8, Duration.ofSeconds(3), Duration.ofMinutes(2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BudgetRule(4, 3, Duration.ofSeconds(3), Duration.ofMinutes(2)));
    }

    private static Budget ofSize(double size) {
        return new Budget(size, RULE.most() + 1.0, Instant.EPOCH, Instant.EPOCH);
    }

    private static Budget refusedAtNoon(Budget budget) {
        return budget.refused(new Refusal(NOON, Optional.empty()), NOON, RULE);
    }
}
