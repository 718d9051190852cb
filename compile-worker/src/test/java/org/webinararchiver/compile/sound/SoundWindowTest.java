package org.webinararchiver.compile.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.timeline.Voice;

class SoundWindowTest {
    private static final long MINUTE = 60 * 48_000L;

    @Test
    void windowsAdjoinAndCoverAllToTheSample() {
        assertThat(SoundWindow.of(List.of(), Duration.ofMinutes(11)))
                .extracting(SoundWindow::start, SoundWindow::end)
                .containsExactly(
                        tuple(0L, 5 * MINUTE), tuple(5 * MINUTE, 10 * MINUTE), tuple(10 * MINUTE, 11 * MINUTE));
    }

    @Test
    void aVoiceIsInEveryWindowInWhichItIsHeard() {
        var first = voice(Duration.ZERO, Duration.ofMinutes(5));
        var both = voice(Duration.ofMinutes(4), Duration.ofMinutes(2));

        assertThat(SoundWindow.of(List.of(first, both), Duration.ofMinutes(10)))
                .extracting(SoundWindow::voices)
                .containsExactly(List.of(first, both), List.of(both));
    }

    @Test
    void aVoiceThatIsCutGoesOnInItsFileWhereItWasCut() {
        var window = new SoundWindow(5 * MINUTE, 10 * MINUTE, List.of());
        var voice = voice(Duration.ofMinutes(4), Duration.ofMinutes(2));

        var part = Utterance.in(Path.of("/media/voice.mp4"), voice, window);

        assertThat(part.start()).isEqualTo(5 * MINUTE);
        assertThat(part.end()).isEqualTo(6 * MINUTE);
        assertThat(part.from()).isEqualTo(MINUTE + 48_000);
        assertThat(part.timeOf(0)).isEqualTo(Duration.ofMinutes(5));
        assertThat(part.until()).isEqualTo(Duration.ofMinutes(6));
    }

    /** It begins a second into its file. */
    private static Voice voice(Duration at, Duration lasting) {
        return new Voice("segment", "track", Duration.ofSeconds(1), at, lasting);
    }
}
