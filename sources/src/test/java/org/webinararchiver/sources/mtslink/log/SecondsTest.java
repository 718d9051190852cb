package org.webinararchiver.sources.mtslink.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecondsTest {

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "0.0, PT0S",
        "0.000001, PT0.000001S",
        "0.0000005, PT0.000001S",
        "0.0000004, PT0S",
        "0.1, PT0.1S",
        "1234.567891, PT1234.567891S",
        "5400.123456499, PT5400.123456S",
        "1E+1, PT10S",
        "604800, P7D",
        "1E-999999999, PT0S",
    })
    void secondsAreExactToTheMicrosecond(BigDecimal seconds, Duration expected) throws UnexpectedShape {
        assertThat(Seconds.of(seconds)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.000001", "-1", "604800.000001", "1E+9", "1E+999999999"})
    void aTimeOutsideAnyWebinarIsRefused(BigDecimal seconds) {
        assertThatThrownBy(() -> Seconds.of(seconds)).isInstanceOf(UnexpectedShape.class);
    }
}
