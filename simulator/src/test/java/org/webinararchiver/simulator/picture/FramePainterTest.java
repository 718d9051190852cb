package org.webinararchiver.simulator.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FramePainterTest {
    private static final PictureSize SIZE = new PictureSize(320, 180);

    @Test
    void aFrameDependsOnItsInstantAloneAndNotOnWhatWasPaintedBefore() {
        var painter = FramePainter.camera(3, SIZE);
        var first = painter.bytes(Duration.ofMillis(1_040)).clone();
        painter.bytes(Duration.ofSeconds(50));
        assertThat(painter.bytes(Duration.ofMillis(1_040))).isEqualTo(first);
        assertThat(FramePainter.camera(3, SIZE).bytes(Duration.ofMillis(1_040))).isEqualTo(first);
    }

    @Test
    void thePictureAboveTheMarkerMovesFromFrameToFrame() {
        var painter = FramePainter.camera(3, SIZE);
        int pixelsAboveTheMarker = 320 * 150 * 3;
        var one = Arrays.copyOf(painter.bytes(Duration.ofSeconds(1)), pixelsAboveTheMarker);
        var next = Arrays.copyOf(painter.bytes(Duration.ofMillis(1_040)), pixelsAboveTheMarker);
        assertThat(next).isNotEqualTo(one);
    }

    @Test
    void sourcesAndKindsLookDifferent() {
        var time = Duration.ofSeconds(2);
        var camera = FramePainter.camera(1, SIZE).bytes(time);
        assertThat(FramePainter.camera(2, SIZE).bytes(time)).isNotEqualTo(camera);
        assertThat(FramePainter.screen(1, SIZE).bytes(time)).isNotEqualTo(camera);
    }

    @Test
    void theClockShowsMinutesBeyondAnHour() {
        assertThat(Instruments.clock(Duration.ofMillis(59_999))).isEqualTo("00:59.9");
        assertThat(Instruments.clock(Duration.ofMinutes(1))).isEqualTo("01:00.0");
        assertThat(Instruments.clock(Duration.ofMinutes(125))).isEqualTo("125:00.0");
    }

    @Test
    void oddSidesAreRefused() {
        assertThatThrownBy(() -> new PictureSize(641, 360)).hasMessageContaining("641x360");
        assertThatThrownBy(() -> new PictureSize(640, 88)).hasMessageContaining("640x88");
    }
}
