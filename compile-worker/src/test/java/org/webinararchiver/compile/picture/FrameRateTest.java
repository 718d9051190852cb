package org.webinararchiver.compile.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameRateTest {

    @ParameterizedTest
    @CsvSource({
        "0, 10",
        "10.6, 10",
        "10.7, 12",
        "14.2, 15",
        "23.7, 24",
        "23.976, 24",
        "24.7, 25",
        "25, 25",
        "25.7, 30",
        "29.97, 30",
        "48, 30",
        "49.9, 25",
        "50, 25",
        "59.94, 30",
        "60, 30",
        "1000, 30"
    })
    void aSourcesAverageSuitsTheNextUsualRate(double average, int usual) {
        assertThat(FrameRate.suiting(average)).isEqualTo(new FrameRate(usual));
    }

    @Test
    void otherRatesAreRefused() {
        assertThatThrownBy(() -> new FrameRate(29)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "19999999, 0", "20000000, 1", "59999999, 1", "60000000, 2", "3600000000000, 90000"})
    void anInstantBelongsToItsNearestFrame(long nanos, long frame) {
        assertThat(new FrameRate(25).frameAt(Duration.ofNanos(nanos))).isEqualTo(frame);
    }

    @Test
    void aFramesTimeIsExactToTheMicrosecondHoursLater() {
        var rate = new FrameRate(30);

        assertThat(rate.timeOf(1)).isEqualTo(Duration.ofNanos(33_333_000));
        assertThat(rate.timeOf(2)).isEqualTo(Duration.ofNanos(66_667_000));
        assertThat(rate.timeOf(30L * 3600 * 10 + 1))
                .isEqualTo(Duration.ofHours(10).plusNanos(33_333_000));
    }

    @Test
    void aFrameIsFoundAgainByItsTime() {
        for (int framesPerSecond : new int[] {10, 12, 15, 20, 24, 25, 30}) {
            var rate = new FrameRate(framesPerSecond);
            for (long frame = 0; frame < 2000; frame++) {
                assertThat(rate.frameAt(rate.timeOf(frame))).isEqualTo(frame);
            }
        }
    }

    @Test
    void ofEverySecondFrameOfMostCamerasNoInstantIsFartherThan40Milliseconds() {
        var rate = FrameRate.HALF_OF_25;

        assertThat(rate.text()).isEqualTo("25/2");
        for (long micros = 0; micros < 4_000_000; micros += 9_973) {
            var instant = Duration.ofNanos(micros * 1000);
            assertThat(rate.timeOf(rate.frameAt(instant)).minus(instant).abs())
                    .isLessThanOrEqualTo(Duration.ofMillis(40));
        }
    }

    @Test
    void ratesThatAreNotWholeAreExactHoursLaterToo() {
        var rate = FrameRate.HALF_OF_25;
        long tenHours = 36_000 * 25 / 2;

        assertThat(rate.timeOf(tenHours + 1)).isEqualTo(Duration.ofHours(10).plusMillis(80));
        for (long frame = tenHours; frame < tenHours + 2000; frame++) {
            assertThat(rate.frameAt(rate.timeOf(frame))).isEqualTo(frame);
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 20", "5, 15", "12, 24", "15, 15", "25, 25", "30, 30", "1, 15", "7.3, 15", "24.2, 24", "29.97, 30"})
    void framesOfASourceAreShownAtTheirOwnTimesWhereARateAllowsIt(double average, int rate) {
        assertThat(FrameRate.showingAll(average, 12.5)).isEqualTo(new FrameRate(rate));
    }
}
