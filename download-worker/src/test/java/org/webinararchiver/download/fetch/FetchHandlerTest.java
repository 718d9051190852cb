package org.webinararchiver.download.fetch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;

class FetchHandlerTest {
    private static final FetchOutcome STORED = new FetchOutcome.Stored("key", 1);
    private static final FetchOutcome LOST = new FetchOutcome.Failed(new Failure.OfTask("gone", "Gone.", "None."));

    @Test
    void theHostThatAsksForTheLongestPauseDecidesWhenTheBatchComesBack() {
        var outcomes = List.of(busy(0), STORED, busy(600), LOST, busy(5));
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> FetchHandler.failWhenSomethingIsWorthAnotherAttempt(outcomes))
                .extracting(FailureException::failure)
                .isEqualTo(((FetchOutcome.Failed) busy(600)).failure());
    }

    @Test
    void whatIsStoredOrLostForGoodNeedsNoOtherAttempt() {
        assertThatCode(() -> FetchHandler.failWhenSomethingIsWorthAnotherAttempt(List.of(STORED, LOST)))
                .doesNotThrowAnyException();
    }

    private static FetchOutcome busy(int seconds) {
        return new FetchOutcome.Failed(
                new Failure.Retryable("origin-busy", "It is busy.", "Wait.", Duration.ofSeconds(seconds)));
    }
}
