package org.webinararchiver.compile.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.compile.sound.Voices.voice;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanePartTest {

    @Test
    void aShortLaneIsOnePartThatLastsAsLongAsTheRecording() {
        var lane = List.of(voice(1, 2), voice(4, 2));

        assertThat(LanePart.of(lane, new SoundWindow(0, 480_000, List.of())))
                .containsExactly(new LanePart(0, 480_000, lane));
    }

    @Test
    void aLongLaneIsDividedWhereAVoiceBegins() {
        var lane = IntStream.range(0, 50).mapToObj(i -> voice(i * 3, 2)).toList();

        assertThat(LanePart.of(lane, new SoundWindow(0, 9_600_000, List.of())))
                .containsExactly(
                        new LanePart(0, 24 * 3 * 48_000, lane.subList(0, 24)),
                        new LanePart(24 * 3 * 48_000, 48 * 3 * 48_000, lane.subList(24, 48)),
                        new LanePart(48 * 3 * 48_000, 9_600_000, lane.subList(48, 50)));
    }

    @Test
    void theFirstPartBeginsWithItsWindow() {
        var lane = List.of(voice(301, 2));

        assertThat(LanePart.of(lane, new SoundWindow(300 * 48_000, 310 * 48_000, List.of())))
                .containsExactly(new LanePart(300 * 48_000, 310 * 48_000, lane));
    }

    @Test
    void aVoicesSlotReachesToTheNextVoice() {
        var part = new LanePart(0, 480_000, List.of(voice(1, 2), voice(4, 2)));

        assertThat(part.slot(0)).isEqualTo(3 * 48_000);
        assertThat(part.slot(1)).isEqualTo(6 * 48_000);
    }
}
