package org.webinararchiver.core.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeAxisTest {

    @ParameterizedTest
    @CsvSource({"PT10S, PT1S", "PT10M, PT1M", "PT1H30M, PT10M", "PT3H, PT15M", "PT24H, PT2H", "P36500D, P4096D"})
    void marksAreRoundTimesAndNotTooMany(Duration duration, Duration step) {
        var marks = new TimeAxis(duration, 0, 1000).marks();

        assertThat(marks).hasSizeLessThanOrEqualTo(13).startsWith(Duration.ZERO, step);
    }

    @Test
    void theWholeDurationIsAsWideAsTheAxis() {
        var axis = new TimeAxis(Duration.ofSeconds(100), 50, 1000);

        assertThat(axis.at(Duration.ZERO)).isEqualTo(50);
        assertThat(axis.at(Duration.ofSeconds(25))).isEqualTo(300);
        assertThat(axis.at(Duration.ofSeconds(100))).isEqualTo(1050);
        assertThat(axis.at(Duration.ofSeconds(200))).isEqualTo(1050);
    }

    @Test
    void whatLastsNoTimeIsAtItsBeginning() {
        assertThat(new TimeAxis(Duration.ZERO, 50, 1000).at(Duration.ofSeconds(1)))
                .isEqualTo(50);
        assertThat(new TimeAxis(Duration.ZERO, 50, 1000).marks()).containsExactly(Duration.ZERO);
    }
}
