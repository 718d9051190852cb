package org.webinararchiver.core.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.failure.Failure;

class RetryPolicyTest {
    private static final RetryPolicy FOUR_TIMES =
            new RetryPolicy(4, new BackOff(Duration.ofSeconds(2), Duration.ofSeconds(5)));
    private static final Failure.OfAttempt RESET = new Failure.Retryable("reset", "The connection was reset.", "Wait.");

    private final Random chance = new Random(1);

    @Test
    void thePauseDoublesUpToItsLimitAndIsShortenedByAtMostHalf() {
        assertThat(pauseAfter(1, RESET)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(pauseAfter(2, RESET)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(pauseAfter(3, RESET)).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5));
    }

    @Test
    void twoTasksThatFailTogetherDoNotComeBackTogether() {
        assertThat(IntStream.range(0, 20).mapToObj(i -> pauseAfter(3, RESET)).distinct())
                .hasSizeGreaterThan(10);
    }

    @Test
    void aServersOwnPauseIsKeptWhenItIsLonger() {
        var busy = new Failure.Retryable("busy", "Too many requests.", "Wait.", Duration.ofMinutes(1));
        assertThat(pauseAfter(1, busy)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void theLastAttemptsFailureGivesTheTaskUp() {
        assertThat(FOUR_TIMES.after(4, RESET, chance)).isEqualTo(new Verdict.GiveUpTask());
    }

    @Test
    void aPermanentFailureIsNotTriedAgain() {
        assertThat(FOUR_TIMES.after(1, new Failure.OfTask("gone", "Gone.", "None."), chance))
                .isEqualTo(new Verdict.GiveUpTask());
        assertThat(FOUR_TIMES.after(1, new Failure.OfRecording("private", "Private.", "Log in."), chance))
                .isEqualTo(new Verdict.GiveUpRecording());
    }

    @Test
    void aThousandthAttemptStillHasAPause() {
        var patient = new RetryPolicy(2000, new BackOff(Duration.ofSeconds(2), Duration.ofSeconds(5)));
        assertThat(patient.after(1000, RESET, chance))
                .isInstanceOfSatisfying(
                        Verdict.TryAgain.class,
                        again -> assertThat(again.pause()).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5)));
    }

    @Test
    void aPolicyWithoutAnAttemptIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryPolicy(0, new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(1))));
    }

    @Test
    void aBackOffThatEndsBeforeItBeginsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BackOff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BackOff(Duration.ofSeconds(-1), Duration.ofSeconds(1)));
    }

    private Duration pauseAfter(int attempt, Failure.OfAttempt failure) {
        return ((Verdict.TryAgain) FOUR_TIMES.after(attempt, failure, chance)).pause();
    }
}
