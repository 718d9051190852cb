package org.webinararchiver.compile.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.compile.Shelf;
import org.webinararchiver.compile.Sources;
import org.webinararchiver.compile.TestFfmpeg;
import org.webinararchiver.compile.Workshop;
import org.webinararchiver.core.timeline.Picture;
import org.webinararchiver.core.timeline.Timeline;
import org.webinararchiver.core.timeline.Voice;
import org.webinararchiver.media.ffmpeg.run.FfmpegInput;
import org.webinararchiver.media.ffmpeg.run.FfmpegJob;
import org.webinararchiver.media.ffmpeg.run.FfmpegOutput;
import org.webinararchiver.media.ffmpeg.run.Progress;
import org.webinararchiver.media.ffmpeg.run.RunLimits;
import org.webinararchiver.media.mp4.Mp4Probe;

/** A tone of 440 Hz that several files hold in turn. */
class VoiceCopyTest {
    private static final double LOUDNESS = 0.3;

    /** How much the tone changes from one sample to the next at the most. */
    private static final double STEEPEST = LOUDNESS * 2 * Math.PI * 440 / 48_000;

    /** Each of our files ends in the middle of the tone, which is a click in itself; a cut makes one twice as loud. */
    private static final double CLICK_OF_A_CUT = LOUDNESS / 2;

    private static final Duration FILE = Duration.ofMillis(2_017);

    @TempDir
    private Path folder;

    private final Map<String, Path> files = new HashMap<>();
    private final List<Voice> voices = new ArrayList<>();

    @Test
    void oneFileGoesOverIntoTheNextMoreSoftlyThanACut() throws Exception {
        for (int i = 0; i < 5; i++) {
            voice(FILE.multipliedBy(i), "-c:a", "aac", "-b:a", "96k");
        }

        var sound = decoded(write(FILE.multipliedBy(5)));

        assertThat(steepest(sound)).isLessThan(CLICK_OF_A_CUT);
        assertThat(quietest(sound, 48_000 / 10)).isGreaterThan(LOUDNESS / 4);
    }

    @Test
    void aVoiceComesOutOfSilenceAndGoesIntoItMoreSoftlyThanACut() throws Exception {
        voice(Duration.ofMillis(1_111), "-c:a", "aac", "-b:a", "96k");
        voice(Duration.ofMillis(4_321), "-c:a", "aac", "-b:a", "96k");

        assertThat(steepest(decoded(write(Duration.ofSeconds(8))))).isLessThan(CLICK_OF_A_CUT);
    }

    @Test
    void filesOfOneEncoderThatAdjoinAreHeardAsOne() throws Exception {
        var tone = "aevalsrc=%s*sin(2*PI*440*t):s=48000:d=10".formatted(LOUDNESS);
        var whole = folder.resolve("whole.m4a");
        run(new FfmpegInput.Generated(tone), new FfmpegOutput.File(whole, List.of("-c:a", "aac", "-f", "mp4")));
        run(
                new FfmpegInput.Media(whole),
                new FfmpegOutput.File(
                        folder.resolve("file-%d.mp4"),
                        List.of("-c", "copy", "-f", "segment", "-segment_time", "2", "-reset_timestamps", "1")));
        var at = Duration.ZERO;
        for (int i = 1; i < 4; i++) {
            var file = folder.resolve("file-%d.mp4".formatted(i));
            var audio = Mp4Probe.probe(file).audio().orElseThrow();
            files.put("file-" + i, file);
            voices.add(new Voice("file-" + i, "track", audio.start(), at, audio.duration()));
            at = at.plus(audio.duration());
        }

        var sound = decoded(write(at));

        assertThat(at).isGreaterThan(Duration.ofSeconds(5));
        assertThat(steepest(sound)).isLessThan(1.5 * STEEPEST);
        assertThat(quietest(sound, 48_000 / 100)).isGreaterThan(0.9 * LOUDNESS);
    }

    @Test
    void theWholeIsAsLongAsTheRecordingToHalfAPacket() throws Exception {
        voice(Duration.ofMillis(100), "-c:a", "aac");

        assertThat(decoded(write(Duration.ofMillis(5_555))).limit() / 48_000.0).isBetween(5.555 - 0.011, 5.555 + 0.011);
    }

    @Test
    void stereoStaysStereo() throws Exception {
        voice(Duration.ZERO, "-c:a", "aac", "-ac", "2");

        assertThat(write(FILE).channels()).isEqualTo(2);
    }

    @Test
    void slowClocksAreLeftToTheMix() throws Exception {
        voice(Duration.ZERO, "-c:a", "aac", "-ar", "16000");

        assertThatThrownBy(() -> write(FILE)).isInstanceOf(NotCopied.class).hasMessage("packets of 16000 Hz are long");
    }

    @Test
    void otherCodecsAreLeftToTheMix() throws Exception {
        voice(Duration.ZERO, "-c:a", "libopus");

        assertThatThrownBy(() -> write(FILE))
                .isInstanceOf(NotCopied.class)
                .hasMessage("a file's sound is not plain AAC");
    }

    private void voice(Duration at, String... encoding) throws Exception {
        var name = "file-" + files.size();
        var options = new ArrayList<>(List.of(encoding));
        options.addAll(List.of("-f", "mp4"));
        var tone = String.format(
                Locale.ROOT,
                "aevalsrc=%.1f*sin(2*PI*440*(t+%.3f)):s=48000:d=%.3f",
                LOUDNESS,
                at.toNanos() / 1e9,
                FILE.toNanos() / 1e9);
        var file = folder.resolve(name + ".mp4");
        run(new FfmpegInput.Generated(tone), new FfmpegOutput.File(file, options));
        files.put(name, file);
        voices.add(new Voice(name, "track", Duration.ZERO, at, FILE));
    }

    private SoundFile write(Duration duration) throws Exception {
        var timeline = new Timeline(duration, new Picture(List.of()), voices, List.of());
        var workshop = new Workshop(TestFfmpeg.runner(), 1);
        return new VoiceCopy(workshop, Sources.probed(Shelf.of(files), files.keySet(), Duration.ofDays(2), Set.of()))
                .write(timeline, folder.resolve("sound.aac"));
    }

    private ShortBuffer decoded(SoundFile sound) throws Exception {
        var raw = folder.resolve("sound.pcm");
        run(new FfmpegInput.Media(sound.file()), new FfmpegOutput.File(raw, List.of("-f", "s16le")));
        return ByteBuffer.wrap(Files.readAllBytes(raw))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
    }

    private static void run(FfmpegInput input, FfmpegOutput output) throws Exception {
        TestFfmpeg.runner().run(new FfmpegJob(List.of(input), List.of(output), RunLimits.USUAL), Progress.IGNORED);
    }

    private static double steepest(ShortBuffer sound) {
        int steepest = 0;
        for (int i = 1; i < sound.limit(); i++) {
            steepest = Math.max(steepest, Math.abs(sound.get(i) - sound.get(i - 1)));
        }
        return steepest / (double) Short.MAX_VALUE;
    }

    /** The least of the loudest samples of all stretches of this length but the first and the last. */
    private static double quietest(ShortBuffer sound, int length) {
        int quietest = Short.MAX_VALUE;
        for (int from = length; from + 2 * length <= sound.limit(); from += length) {
            int loudest = 0;
            for (int i = from; i < from + length; i++) {
                loudest = Math.max(loudest, Math.abs(sound.get(i)));
            }
            quietest = Math.min(quietest, loudest);
        }
        return quietest / (double) Short.MAX_VALUE;
    }
}
