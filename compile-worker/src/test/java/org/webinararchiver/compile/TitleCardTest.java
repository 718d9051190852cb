package org.webinararchiver.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.webinararchiver.compile.card.CardPainter;
import org.webinararchiver.compile.card.CardSize;
import org.webinararchiver.compile.card.CardText;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.media.ffmpeg.run.FfmpegInput;
import org.webinararchiver.media.ffmpeg.run.FfmpegJob;
import org.webinararchiver.media.ffmpeg.run.FfmpegOutput;
import org.webinararchiver.media.ffmpeg.run.Progress;
import org.webinararchiver.media.ffmpeg.run.RunLimits;
import org.webinararchiver.media.mp4.Mp4Probe;
import org.webinararchiver.simulator.meeting.Meeting;

/** A recording of voices alone shows its title. */
class TitleCardTest extends CompilerUnderTest {
    private static final Meeting VOICES_ALONE = Meeting.named("voices-alone")
            .titled("Только голоса: 🎙 разговор о реках")
            .lecturer("Анна Орлова", anna -> anna.microphone(at(0), lasting(13)).microphone(at(14.5), lasting(2)))
            .participant("Boris", boris -> boris.microphone(at(2), lasting(14.3)))
            .written();

    @Test
    void theTitleIsShownFromBeginningToEnd() throws Exception {
        var recorded = RecordedMeeting.of(VOICES_ALONE);

        var file = compile(recorded);

        assertThat(file.picture().rendersAll()).isTrue();
        assertThat(file.picture().words()).contains("there are only voices: the title is shown");
        assertThat(file.gaps()).isEmpty();
        assertIsTrue(file, VOICES_ALONE, OF_RENDERING);
        var drawn = drawn(Quality.SOURCE);
        for (var instant : List.of("0", "9.3", "16")) {
            assertThat(meanDifference(drawn, frame(file.path(), instant)))
                    .as("at %s s", instant)
                    .isLessThan(2);
        }
    }

    /** Scaled up or down, letters would be softer than those that are drawn in the size of the file. */
    @ParameterizedTest
    @CsvSource({"SOURCE, 1280, 720", "P1080, 1920, 1080", "P720, 1280, 720", "P480, 854, 480"})
    void theTitleIsDrawnAsLargeAsTheQualityThatIsWanted(Quality quality, int width, int height) throws Exception {
        var request = RecordedMeeting.of(VOICES_ALONE)
                .request(
                        folder,
                        VOICES_ALONE.title(),
                        Look.USUAL.with(Layout.STAGE).with(quality));

        var file = compile(request);

        var video = Mp4Probe.probe(file.path()).video().orElseThrow();
        assertThat(video.width()).isEqualTo(width);
        assertThat(video.height()).isEqualTo(height);
        assertThat(meanDifference(drawn(quality), frame(file.path(), "9.3"))).isLessThan(2);
        assertIsTrue(file, VOICES_ALONE, OF_RENDERING);
    }

    @Test
    void aPlayerFindsAKeyFrameAtLeastEveryTenSeconds() throws Exception {
        var file = compile(RecordedMeeting.of(VOICES_ALONE));

        var keyFrames = folder.resolve("key-frames.txt");
        run(
                new FfmpegInput.Media(file.path(), List.of("-skip_frame", "nokey")),
                new FfmpegOutput.File(
                        keyFrames, List.of("-map", "0:v:0", "-fps_mode", "passthrough", "-f", "framecrc")));

        assertThat(keyFrames)
                .content()
                .containsPattern("(?m)^0, +0, .*\n0, +10, ")
                .hasLineCount(6 + 2);
        assertThat(file.size()).isLessThan(500_000);
    }

    @Test
    void theFileLastsAsLongAsTheVoices() throws Exception {
        var meeting = Meeting.named("short-voice")
                .lecturer("Anna", anna -> anna.microphone(at(0), lasting(1.37)))
                .written();

        var file = compile(RecordedMeeting.of(meeting));

        assertThat(file.duration()).isBetween(Duration.ofMillis(1320), Duration.ofMillis(1420));
    }

    private BufferedImage drawn(Quality quality) throws Exception {
        var png = folder.resolve("drawn.png");
        CardPainter.paint(
                CardText.of(VOICES_ALONE.title(), Optional.of("Анна Орлова"), Optional.of(VOICES_ALONE.start())),
                CardSize.of(quality),
                png);
        return ImageIO.read(png.toFile());
    }

    private BufferedImage frame(Path file, String seconds) throws Exception {
        var png = folder.resolve("frame.png");
        run(
                new FfmpegInput.Media(file, List.of("-ss", seconds)),
                new FfmpegOutput.File(
                        png,
                        List.of("-map", "0:v:0", "-frames:v", "1", "-c:v", "png", "-f", "image2", "-update", "1")));
        return ImageIO.read(png.toFile());
    }

    private static void run(FfmpegInput input, FfmpegOutput output) throws Exception {
        TestFfmpeg.runner().run(new FfmpegJob(List.of(input), List.of(output), RunLimits.USUAL), Progress.IGNORED);
    }

    /** Of all colours of all pixels, 0 to 255. */
    private static double meanDifference(BufferedImage one, BufferedImage other) {
        assertThat(other.getWidth()).isEqualTo(one.getWidth());
        assertThat(other.getHeight()).isEqualTo(one.getHeight());
        long sum = 0;
        for (int x = 0; x < one.getWidth(); x++) {
            for (int y = 0; y < one.getHeight(); y++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    sum += Math.abs((one.getRGB(x, y) >> shift & 0xff) - (other.getRGB(x, y) >> shift & 0xff));
                }
            }
        }
        return sum / 3.0 / one.getWidth() / one.getHeight();
    }
}
