package org.webinararchiver.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "90, PT1M30S",
        "1.5, PT1.5S",
        "-5, PT-5S",
        "5:00, PT5M",
        "1:02:03, PT1H2M3S",
        "100:00:00, PT100H",
        "90:00, PT1H30M",
        "0:00.25, PT0.25S",
        "PT1H2M3S, PT1H2M3S",
        "pt5m, PT5M"
    })
    void peopleWriteLengthsOfTimeInSeveralWays(String text, Duration meant) {
        assertThat(Times.read(text)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "five", "1:2:3:4", "1:60", "1h", "0x10", "NaN", "1e9", "99999999999", "1,5"})
    void whatIsNoneIsRefusedWithTheWaysThatAre(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Times.read(text))
                .withMessageContaining("'" + text + "'")
                .withMessageContaining("1:02:03");
    }
}
