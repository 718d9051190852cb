package org.webinararchiver.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.core.media.AudioStream;
import org.webinararchiver.core.media.VideoStream;
import org.webinararchiver.media.ffmpeg.TestFfmpeg;

/** Which streams can be joined without encoding again. */
class FingerprintTest {
    private static final List<String> PICTURES = List.of("-f", "lavfi", "-i", "testsrc=s=320x240:r=25:d=2");
    private static final List<String> SOUND = List.of("-f", "lavfi", "-i", "sine=r=44100:d=2");
    private static final List<String> AVC = List.of("-c:v", "libx264", "-preset", "fast", "-pix_fmt", "yuv420p");
    private static final List<String> AAC = List.of("-c:a", "aac", "-ac", "2");

    @TempDir
    private Path folder;

    @Test
    void filesOfOneEncoderHaveOneFingerprint() throws Exception {
        var noise = List.of("-f", "lavfi", "-i", "testsrc2=s=320x240:r=25:d=3");
        var hiss = List.of("-f", "lavfi", "-i", "anoisesrc=r=44100:d=3");
        var one = make("one.mp4", PICTURES, SOUND, AVC, AAC);
        var other = make("other.mp4", noise, hiss, AVC, AAC);
        assertThat(video(other).fingerprint()).isEqualTo(video(one).fingerprint());
        assertThat(audio(other).fingerprint()).isEqualTo(audio(one).fingerprint());
    }

    @Test
    void whatCanNotBeJoinedHasAnotherFingerprint() throws Exception {
        var prints = new ArrayList<String>();
        for (var difference : List.of(
                List.of("-s", "320x240"),
                List.of("-s", "322x240"),
                List.of("-vf", "setsar=4/3"),
                List.of("-profile:v", "baseline"),
                List.of("-level", "4.2"),
                List.of("-pix_fmt", "yuv444p"),
                List.of("-video_track_timescale", "90000"),
                List.of("-x264-params", "sps-id=1"),
                List.of("-c:v", "libx265", "-x265-params", "log-level=error"))) {
            prints.add(video(make("film.mp4", PICTURES, AVC, difference)).fingerprint());
        }
        assertThat(prints).doesNotHaveDuplicates();
        prints.clear();
        for (var difference : List.of(
                List.of("-ac", "1"), List.of("-ac", "2"), List.of("-ar", "48000"), List.of("-c:a", "libmp3lame"))) {
            prints.add(audio(make("sound.mp4", SOUND, List.of("-c:a", "aac"), difference))
                    .fingerprint());
        }
        assertThat(prints).doesNotHaveDuplicates();
    }

    @Test
    void aBitRateMakesNoDifference() throws Exception {
        var low = make("low.mp4", SOUND, AAC, List.of("-b:a", "48k"));
        var high = make("high.mp4", SOUND, AAC, List.of("-b:a", "192k"));
        assertThat(audio(high).fingerprint()).isEqualTo(audio(low).fingerprint());
    }

    @SafeVarargs
    private Path make(String name, List<String>... arguments) throws IOException, InterruptedException {
        return TestFfmpeg.make(
                folder.resolve(name),
                List.of(arguments).stream().flatMap(List::stream).toArray(String[]::new));
    }

    private static VideoStream video(Path file) throws IOException, Mp4Exception {
        return Mp4Probe.probe(file).video().orElseThrow();
    }

    private static AudioStream audio(Path file) throws IOException, Mp4Exception {
        return Mp4Probe.probe(file).audio().orElseThrow();
    }
}
