package org.webinararchiver.simulator.marker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkerWordTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "255, 4294967295", "128, 16777216"})
    void whatWasWrittenIsRead(int source, long milliseconds) {
        var reading = new FrameReading(source, Duration.ofMillis(milliseconds));
        assertThat(MarkerWord.read(MarkerWord.of(reading))).contains(reading);
    }

    @Test
    void aWordWithOneOrTwoWrongBitsIsNotRead() {
        long word = MarkerWord.of(new FrameReading(7, Duration.ofMillis(123_456)));
        for (int one = 0; one < Long.SIZE; one++) {
            for (int other = 0; other <= one; other++) {
                long wrong = word ^ (1L << one) ^ (one == other ? 0 : 1L << other);
                assertThat(MarkerWord.read(wrong)).isEmpty();
            }
        }
    }

    @Test
    void wordsMadeByChanceAreNotRead() {
        var random = new Random(3);
        assertThat(random.longs(100_000))
                .noneMatch(word -> MarkerWord.read(word).isPresent());
    }

    @Test
    void theAllBlackAndTheAllWhiteWordAreNotRead() {
        assertThat(MarkerWord.read(0)).isEmpty();
        assertThat(MarkerWord.read(-1)).isEmpty();
    }

    @Test
    void numbersAndTimesThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> new FrameReading(256, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FrameReading(-1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FrameReading(0, Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FrameReading(0, Duration.ofMillis(1L << 32)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void timesAreKeptToTheMillisecond() {
        assertThat(new FrameReading(0, Duration.ofNanos(1_999_999)).time()).isEqualTo(Duration.ofMillis(1));
    }
}
