package org.webinararchiver.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestRateTest {
    private long now = Long.MAX_VALUE - Duration.ofSeconds(30).toNanos(); // it passes the end of the numbers

    private final RequestRate rate = new RequestRate(() -> now);

    @Test
    void asManyAsAMinutesMayComeAtOnceAndThenOneAfterAnother() {
        for (int request = 0; request < 60; request++) {
            assertThat(rate.count("anna", 60)).as("request %d", request).isEmpty();
        }
        assertThat(rate.count("anna", 60)).contains(Duration.ofSeconds(1));
        pass(Duration.ofMillis(750));
        assertThat(rate.count("anna", 60)).contains(Duration.ofMillis(250));
        pass(Duration.ofMillis(250));
        assertThat(rate.count("anna", 60)).isEmpty();
        assertThat(rate.count("anna", 60)).isPresent();
    }

    @Test
    void whoWaitedLongMayAskNoMoreThanAMinutesAtOnce() {
        assertThat(rate.count("anna", 2)).isEmpty();
        pass(Duration.ofDays(1000));
        assertThat(rate.count("anna", 2)).isEmpty();
        assertThat(rate.count("anna", 2)).isEmpty();
        assertThat(rate.count("anna", 2)).isPresent();
    }

    @Test
    void eachCallerHasItsOwn() {
        assertThat(rate.count("anna", 1)).isEmpty();
        assertThat(rate.count("anna", 1)).isPresent();
        assertThat(rate.count("boris", 1)).isEmpty();
    }

    @Test
    void anotherLimitHoldsAtOnce() {
        assertThat(rate.count("anna", 1)).isEmpty();
        assertThat(rate.count("anna", 1)).isPresent();
        assertThat(rate.count("anna", 0)).as("without a limit").isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(rate.count("anna", 120)).isEmpty();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
