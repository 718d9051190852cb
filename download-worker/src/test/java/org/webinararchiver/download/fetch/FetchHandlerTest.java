package org.webinararchiver.download.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;

class FetchHandlerTest {
    private static final FetchOutcome STORED = new FetchOutcome.Stored("key", 1, Optional.empty());
    private static final FetchOutcome LOST = new FetchOutcome.Failed(new Failure.OfTask("gone", "Gone.", "None."));

    @Test
    void theHostThatAsksForTheLongestPauseDecidesWhenTheBatchComesBack() {
        var outcomes = List.of(busy(0), STORED, busy(600), LOST, busy(5));
        assertThat(failureOf(outcomes)).isEqualTo(busy(600).failure());
    }

    @Test
    void whatIsStoredOrLostForGoodNeedsNoOtherAttempt() {
        assertThatCode(() -> FetchHandler.failWhenSomethingIsLeft(List.of(STORED, LOST)))
                .doesNotThrowAnyException();
    }

    @Test
    void aHostThatWasNotAskedIsNoAttempt() {
        assertThat(failureOf(List.of(STORED, resting(7), resting(9), LOST)))
                .isEqualTo(resting(9).failure());
    }

    @Test
    void aHostThatWasAskedIsOneHoweverLongItRestsAfterThat() {
        assertThat(failureOf(List.of(resting(600), busy(5), resting(7)))).isEqualTo(busy(5).failure());
    }

    private static Failure failureOf(List<FetchOutcome> outcomes) {
        return assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> FetchHandler.failWhenSomethingIsLeft(outcomes))
                .actual()
                .failure();
    }

    private static FetchOutcome.Failed resting(int seconds) {
        return new FetchOutcome.Failed(
                new Failure.NotNow("origin-rests", "It rests.", "None.", Duration.ofSeconds(seconds)));
    }

    private static FetchOutcome.Failed busy(int seconds) {
        return new FetchOutcome.Failed(
                new Failure.Retryable("origin-busy", "It is busy.", "Wait.", Duration.ofSeconds(seconds)));
    }
}
