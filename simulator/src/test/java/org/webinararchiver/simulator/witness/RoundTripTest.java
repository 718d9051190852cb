package org.webinararchiver.simulator.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.webinararchiver.media.ffmpeg.Ffmpeg;
import org.webinararchiver.simulator.TestFfmpeg;
import org.webinararchiver.simulator.marker.FrameReading;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.PictureSpec;
import org.webinararchiver.simulator.studio.Studio;
import org.webinararchiver.simulator.tone.ToneReading;

/** Markers and tones that went through encoders twice, as they do on their way into a finished file. */
class RoundTripTest {
    private static final Meeting PANEL = Meeting.named("panel")
            .lecturer("Anna", anna -> anna.screen(at(10), lasting(2), PictureSpec.of(1920, 1080, 10)))
            .participant("Boris", boris -> boris.microphone(at(10), lasting(4)))
            .participant("Vera", vera -> vera.microphone(at(10), lasting(4)))
            .participant("Gleb", gleb -> gleb.microphone(at(11), lasting(3)))
            .written();

    @TempDir
    private static Path folder;

    private static Ffmpeg ffmpeg;
    private static Studio studio;

    @BeforeAll
    static void openStudio() throws Exception {
        ffmpeg = TestFfmpeg.found();
        studio = new Studio(ffmpeg, folder);
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080, 40", "1280, 720, 35", "640, 360, 23", "640, 360, 38", "320, 180, 28", "480, 360, 30"})
    void aScreenIsReadAfterItWasScaledAndEncodedAgain(int width, int height, int quality) throws Exception {
        var again = TestFfmpeg.make(
                folder.resolve("scaled-%d-%d.mp4".formatted(width, quality)),
                "-i %1$s -vf scale=%2$d:%3$d -c:v libx264 -preset veryfast -crf %4$d",
                file(0),
                width,
                height,
                quality);
        try (var witness = Witness.of(ffmpeg, again)) {
            for (long within = 0; within < 2000; within += 130) {
                var shown = Duration.ofMillis(10_000 + within / 100 * 100);
                assertThat(witness.see(Duration.ofMillis(within))).contains(new FrameReading(129, shown));
            }
        }
    }

    @Test
    void aPictureThatWasEncodedBeyondRecognitionIsNotReadWrongly() throws Exception {
        var ruined = TestFfmpeg.make(
                folder.resolve("ruined.mp4"), "-i %s -vf scale=160:90,gblur=sigma=3,scale=640:360 -crf 51", file(0));
        try (var witness = Witness.of(ffmpeg, ruined)) {
            assertThat(witness.see(at(1))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"24k, 1", "64k, 0.3", "32k, 1.8"})
    void threeVoicesThatWereMixedAreHeardApart(String bitRate, double volume) throws Exception {
        var mixed = TestFfmpeg.make(
                folder.resolve("mixed-%s.mp4".formatted(bitRate)),
                "-i %1$s -i %2$s -i %3$s -filter_complex"
                        + " [2:a]adelay=1000[late];[0:a][1:a][late]amix=inputs=3:normalize=0,volume=%4$s -b:a %5$s",
                file(1),
                file(2),
                file(3),
                Double.toString(volume),
                bitRate);
        try (var witness = Witness.of(ffmpeg, mixed)) {
            assertThat(witness.hear(at(0.55))).containsExactlyInAnyOrder(new ToneReading(2, 0), new ToneReading(3, 0));
            assertThat(witness.hear(at(2.55)))
                    .containsExactlyInAnyOrder(new ToneReading(2, 2), new ToneReading(3, 2), new ToneReading(4, 2));
            for (int participant = 2; participant <= 4; participant++) {
                assertThat(witness.placementError(participant, 2).orElseThrow().abs())
                        .isLessThan(Duration.ofMillis(4));
            }
        }
    }

    private static Path file(int person) throws Exception {
        var wanted = PANEL.people().get(person);
        return studio.of(PANEL.takes().stream()
                .filter(take -> take.person().equals(wanted))
                .findFirst()
                .orElseThrow());
    }
}
