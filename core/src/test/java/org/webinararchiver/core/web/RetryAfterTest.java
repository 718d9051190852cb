package org.webinararchiver.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private final RetryAfter retryAfter = new RetryAfter(Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | PT0S",
                "120 | PT2M",
                " 7 | PT7S",
                "86400 | P1D",
                "86401 | P1D",
                "999999999999999999 | P1D",
                "9999999999999999999 | PT0S",
                "-5 | PT0S",
                "soon | PT0S",
                "'' | PT0S",
                "Fri, 20 Nov 2026 10:01:30 GMT | PT1M30S",
                "Fri, 20 Nov 2026 09:59:59 GMT | PT0S",
                "Fri, 20 Nov 2099 10:00:00 GMT | P1D",
            })
    void onlyASensiblePauseIsKept(String text, Duration pause) {
        assertThat(retryAfter.pause(text)).isEqualTo(pause);
    }
}
