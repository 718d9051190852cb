package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.webinararchiver.core.media.AudioStream;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.media.VideoStream;

class ClaimTest {
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    @ParameterizedTest
    @CsvSource({
        "600, 1, 100, false",
        "601, 60, 600, true",
        "601, 60, 601, false",
        "601, 59, 601, true",
        "172800, 17280, 172800, false",
        "172801, 4320025, 1000000000, true"
    })
    void whatCanNotBeIsNotBelieved(long seconds, long frames, long bytes, boolean isIncredible) {
        var claim = new Claim(Duration.ofSeconds(seconds), Optional.of(frames));

        assertThat(claim.isIncredible(TWO_DAYS, bytes)).isEqualTo(isIncredible);
    }

    @Test
    void soundAloneHasNoFrames() {
        var claim = new Claim(Duration.ofHours(3), Optional.empty());

        assertThat(claim.isIncredible(TWO_DAYS, 40_000_000)).isFalse();
    }

    @Test
    void aStreamThatBeginsLateMakesAFileLong() {
        var late = new VideoStream("avc1", 2, 2, Duration.ofDays(3), Duration.ofSeconds(1), 25, "any");
        var sound = new AudioStream("mp4a", 48_000, 1, Duration.ZERO, Duration.ofSeconds(5), "any");
        var probe = new MediaProbe(Duration.ofSeconds(1), Optional.of(late), Optional.of(sound));

        assertThat(Claim.of(probe, false).lasting())
                .isEqualTo(Duration.ofDays(3).plusSeconds(1));
        assertThat(Claim.of(probe, true).lasting()).isEqualTo(Duration.ofSeconds(1));
    }
}
