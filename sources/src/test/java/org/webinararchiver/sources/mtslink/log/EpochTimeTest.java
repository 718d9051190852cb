package org.webinararchiver.sources.mtslink.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EpochTimeTest {

    @ParameterizedTest
    @CsvSource({
        "1790068940, 2026-09-22T09:22:20Z",
        "1790068940.5, 2026-09-22T09:22:20.500Z",
        "1790068940.0000019, 2026-09-22T09:22:20.000001Z",
        "1.79006894e9, 2026-09-22T09:22:20Z",
        "946684800, 2000-01-01T00:00:00Z"
    })
    void secondsAreReadToTheMicrosecond(BigDecimal seconds, Instant time) {
        assertThat(EpochTime.parse(seconds)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "946684799.999",
                "1790068940000",
                "253402300799",
                "1e300",
                "-1e300",
                "1e-300",
                "1e999999999"
            })
    void anyOtherNumberIsNoTimeOfAWebinar(BigDecimal seconds) {
        assertThat(EpochTime.parse(seconds)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00.250Z, 2026-01-01T00:00:00.500Z, PT0.25S",
        "2026-01-01T00:00:00.250Z, 2026-01-01T00:00:10.500Z, PT10.25S",
        "2026-01-01T00:00:00Z, 2026-01-01T00:00:00.999Z, PT0S",
        "2026-01-01T00:00:00.001Z, 2026-01-01T00:00:01Z, PT0S",
        "2026-01-01T00:00:00Z, 2026-01-01T00:00:01Z, PT1S",
        "2026-01-01T00:00:00Z, 2026-01-01T00:00:09.5Z, PT9.5S",
        "2026-01-01T00:00:09.5Z, 2026-01-01T00:00:00.5Z, PT0S"
    })
    void lessThanASecondCountsOnlyBetweenTimesWithAFraction(Instant earlier, Instant later, Duration between) {
        assertThat(EpochTime.between(earlier, later)).isEqualTo(between);
    }
}
