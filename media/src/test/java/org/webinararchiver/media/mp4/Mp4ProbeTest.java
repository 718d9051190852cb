package org.webinararchiver.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.core.media.AudioStream;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.media.VideoStream;
import org.webinararchiver.media.ffmpeg.TestFfmpeg;

/** Compares with what ffprobe says of the same files. */
class Mp4ProbeTest {
    private static final List<String> PICTURES = List.of("-f", "lavfi", "-i", "testsrc=s=320x240:r=25:d=2");
    private static final List<String> SOUND = List.of("-f", "lavfi", "-i", "sine=r=44100:d=2");
    private static final List<String> AVC = List.of("-c:v", "libx264", "-preset", "fast", "-pix_fmt", "yuv420p");
    private static final List<String> AAC = List.of("-c:a", "aac", "-ac", "2");

    @TempDir
    private Path folder;

    @Test
    void avcAndAac() throws Exception {
        var probe = probe(make("film.mp4", PICTURES, SOUND, AVC, AAC));
        var video = probe.video().orElseThrow();
        assertThat(video.codec()).isEqualTo("avc1");
        assertThat(video.width()).isEqualTo(320);
        assertThat(video.height()).isEqualTo(240);
        assertThat(video.frames()).isEqualTo(50);
        assertThat(video.start()).isEqualTo(Duration.ZERO);
        assertThat(video.duration()).isEqualTo(Duration.ofSeconds(2));
        assertThat(video.frameRate()).isEqualTo(25.0);
        var audio = probe.audio().orElseThrow();
        assertThat(audio.codec()).isEqualTo("mp4a");
        assertThat(audio.sampleRate()).isEqualTo(44100);
        assertThat(audio.channels()).isEqualTo(2);
        assertThat(audio.start()).isEqualTo(Duration.ZERO);
        assertThat(audio.duration()).isEqualTo(Duration.ofSeconds(2));
        assertThat(probe.duration()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void reorderedFramesAreShownFromTheFirstOnAndWithoutAnEditListLater() throws Exception {
        var reordered = make("reordered.mp4", PICTURES, AVC, List.of("-bf", "3"));
        assertThat(video(reordered).start()).isEqualTo(Duration.ZERO);
        assertThat(video(reordered).duration()).isEqualTo(Duration.ofSeconds(2));
        var noEdits = make("no-edits.mp4", PICTURES, AVC, List.of("-bf", "3", "-use_editlist", "0"));
        assertThat(seconds(video(noEdits).start())).isEqualTo(started(noEdits, "v:0"));
        assertThat(video(noEdits).duration()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void negativeOffsetsAreAnotherWayToReorder() throws Exception {
        var film = make("film.mp4", PICTURES, AVC, List.of("-bf", "3", "-movflags", "+negative_cts_offsets"));
        assertThat(video(film).start()).isEqualTo(Duration.ZERO);
        assertThat(video(film).duration()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void picturesOrSoundAlone() throws Exception {
        var silent = probe(make("silent.mp4", PICTURES, AVC));
        assertThat(silent.audio()).isEmpty();
        assertThat(silent.duration()).isEqualTo(Duration.ofSeconds(2));
        var blind = probe(make("blind.m4a", SOUND, AAC));
        assertThat(blind.video()).isEmpty();
        assertThat(blind.duration()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void vp9AndOpus() throws Exception {
        var film = make("film.mp4", PICTURES, SOUND, List.of("-c:v", "libvpx-vp9", "-deadline", "realtime"), opus());
        assertThat(video(film).codec()).isEqualTo("vp09");
        assertThat(video(film).duration()).isEqualTo(Duration.ofSeconds(2));
        assertThat(audio(film).codec()).isEqualTo("Opus");
        assertThat(audio(film).sampleRate()).isEqualTo(48000);
        assertThat(audio(film).channels()).isEqualTo(1);
        assertThat(seconds(audio(film).duration())).isCloseTo(2, within(0.001));
    }

    @Test
    void hevcAndMp3() throws Exception {
        var hevc = List.of("-c:v", "libx265", "-x265-params", "log-level=error", "-preset", "ultrafast");
        var film = make("film.mp4", PICTURES, SOUND, hevc, List.of("-c:a", "libmp3lame"));
        assertThat(video(film).codec()).isEqualTo("hev1");
        assertThat(video(film).frames()).isEqualTo(50);
        assertThat(audio(film).sampleRate()).isEqualTo(44100);
        assertThat(audio(film).channels()).isEqualTo(1);
    }

    @Test
    void theDescriptionMayStandFirst() throws Exception {
        var last = probe(make("last.mp4", PICTURES, SOUND, AVC, AAC));
        var first = probe(make("first.mp4", PICTURES, SOUND, AVC, AAC, List.of("-movflags", "+faststart")));
        assertThat(first).isEqualTo(last);
    }

    @Test
    void aFragmentedFileSaysTheSameAsAWholeOne() throws Exception {
        var whole = make("whole.mp4", PICTURES, SOUND, AVC, AAC, List.of("-g", "10", "-bf", "2"));
        for (var flags : List.of(
                "frag_keyframe+empty_moov",
                "frag_keyframe+empty_moov+default_base_moof",
                "frag_keyframe+delay_moov+separate_moof",
                "frag_every_frame+delay_moov+omit_tfhd_offset")) {
            var fragmented = copy("fragmented.mp4", whole, "-movflags", flags);
            assertThat(video(fragmented).frames()).as(flags).isEqualTo(50);
            assertThat(video(fragmented).duration()).as(flags).isEqualTo(Duration.ofSeconds(2));
            assertThat(seconds(video(fragmented).start())).as(flags).isEqualTo(started(fragmented, "v:0"));
            assertThat(video(fragmented).fingerprint())
                    .as(flags)
                    .isEqualTo(video(whole).fingerprint());
            assertThat(audio(fragmented).fingerprint())
                    .as(flags)
                    .isEqualTo(audio(whole).fingerprint());
            // For some of these, ffprobe counts the 1024 samples that the edit list skips.
            assertThat(seconds(audio(fragmented).duration()))
                    .as(flags)
                    .isCloseTo(Double.parseDouble(asked(fragmented, "a:0", "duration")), within(0.0233));
        }
    }

    @Test
    void negativeOffsetsInFragmentsDoNotDelayThePictures() throws Exception {
        var whole = make("whole.mp4", PICTURES, AVC, List.of("-g", "10", "-bf", "2"));
        var fragmented = copy("fragmented.mp4", whole, "-movflags", "cmaf+frag_keyframe");
        // ffprobe shifts such a stream until no frame is shown before it is decoded, and says 0.04 s.
        assertThat(video(fragmented).start()).isEqualTo(Duration.ZERO);
        assertThat(video(fragmented).duration()).isEqualTo(Duration.ofSeconds(2));
        assertThat(video(fragmented).frames()).isEqualTo(50);
    }

    @Test
    void aDelayedStreamStartsLater() throws Exception {
        var film = TestFfmpeg.make(
                folder.resolve("film.mp4"), words(PICTURES, List.of("-itsoffset", "0.5"), SOUND, AVC, AAC));
        assertThat(video(film).start()).isEqualTo(Duration.ZERO);
        // The encoder's first 1024 samples come before the sound.
        assertThat(seconds(audio(film).start())).isCloseTo(0.5 - 1024 / 44100.0, within(0.001));
        assertThat(seconds(audio(film).start())).isCloseTo(started(film, "a:0"), within(0.0001));
        assertThat(seconds(probe(film).duration()))
                .isCloseTo(
                        Double.parseDouble(TestFfmpeg.probe(film, "-show_entries", "format=duration")), within(1e-4));
    }

    @Test
    void whatACopyCutsOffAtTheStartIsNotShown() throws Exception {
        var whole = make("whole.mp4", PICTURES, SOUND, AVC, AAC, List.of("-g", "50"));
        var cut = TestFfmpeg.make(folder.resolve("cut.mp4"), "-ss", "0.6", "-i", whole.toString(), "-c", "copy");
        assertThat(video(cut).start()).isEqualTo(Duration.ZERO);
        assertThat(seconds(video(cut).duration())).isCloseTo(1.4, within(0.001));
        assertThat(seconds(probe(cut).duration())).isCloseTo(1.4, within(0.05));
    }

    @Test
    void aLiveStreamGoesOnWhereItWas() throws Exception {
        var film = make("film.mp4", PICTURES, AVC, List.of("-bf", "0", "-movflags", "frag_keyframe+empty_moov"));
        var bytes = Files.readAllBytes(film);
        var decodeTime = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("tfdt") + 8;
        ByteBuffer.wrap(bytes).putLong(decodeTime, 3600 * 12_800);
        Files.write(film, bytes);
        assertThat(video(film).start()).isEqualTo(Duration.ofSeconds(3600));
        assertThat(seconds(video(film).start())).isEqualTo(started(film, "v:0"));
        assertThat(probe(film).duration()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aLongFileIsMeasuredExactly() throws Exception {
        var film = TestFfmpeg.make(
                folder.resolve("film.mp4"),
                "-f",
                "lavfi",
                "-i",
                "color=s=16x16:r=30000/1001:d=3600",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast");
        assertThat(video(film).frames()).isEqualTo(Long.parseLong(asked(film, "v:0", "nb_frames")));
        assertThat(seconds(video(film).duration())).isCloseTo(video(film).frames() * 1001 / 30000.0, within(1e-9));
    }

    @Test
    void differentCodecsOfFfmpegAgreeOnWhatFfprobeSays() throws Exception {
        var codecs = List.of(
                List.of("-c:v", "mpeg4", "-c:a", "aac", "-ac", "1", "-ar", "22050"),
                List.of("-c:v", "libx264", "-c:a", "aac", "-ac", "6", "-ar", "96000"),
                List.of("-c:v", "libaom-av1", "-cpu-used", "8", "-c:a", "flac"),
                List.of("-c:v", "libx264", "-c:a", "ac3", "-ar", "48000"));
        for (var codec : codecs) {
            var film = make("film.mp4", PICTURES, SOUND, codec, List.of("-t", "0.4"));
            assertThat(audio(film).sampleRate()).isEqualTo(Integer.parseInt(asked(film, "a:0", "sample_rate")));
            assertThat(audio(film).channels()).isEqualTo(Integer.parseInt(asked(film, "a:0", "channels")));
            assertThat(video(film).width()).isEqualTo(Integer.parseInt(asked(film, "v:0", "width")));
            assertThat(video(film).codec()).isEqualTo(asked(film, "v:0", "codec_tag_string"));
            assertThat(video(film).frames()).isEqualTo(10);
            assertThat(seconds(video(film).duration()))
                    .isCloseTo(Double.parseDouble(asked(film, "v:0", "duration")), within(0.001));
        }
    }

    @Test
    void quickTimeIsReadToo() throws Exception {
        var film = make("film.mov", PICTURES, SOUND, AVC, AAC);
        assertThat(video(film).duration()).isEqualTo(Duration.ofSeconds(2));
        assertThat(audio(film).sampleRate()).isEqualTo(44100);
        assertThat(audio(film).channels()).isEqualTo(2);
        var plain = make("plain.mov", SOUND, List.of("-c:a", "pcm_s16le", "-ac", "2"));
        assertThat(audio(plain).sampleRate()).isEqualTo(44100);
        assertThat(audio(plain).channels()).isEqualTo(2);
        assertThat(audio(plain).duration()).isEqualTo(Duration.ofSeconds(2));
    }

    private static List<String> opus() {
        return List.of("-c:a", "libopus");
    }

    @SafeVarargs
    private Path make(String name, List<String>... arguments) throws IOException, InterruptedException {
        return TestFfmpeg.make(folder.resolve(name), words(arguments));
    }

    private Path copy(String name, Path original, String... arguments) throws IOException, InterruptedException {
        return make(name, List.of("-i", original.toString(), "-c", "copy"), List.of(arguments));
    }

    @SafeVarargs
    private static String[] words(List<String>... arguments) {
        return List.of(arguments).stream().flatMap(List::stream).toArray(String[]::new);
    }

    private static MediaProbe probe(Path file) throws IOException, Mp4Exception {
        return Mp4Probe.probe(file);
    }

    private static VideoStream video(Path file) throws IOException, Mp4Exception {
        return probe(file).video().orElseThrow();
    }

    private static AudioStream audio(Path file) throws IOException, Mp4Exception {
        return probe(file).audio().orElseThrow();
    }

    private static double started(Path file, String stream) throws IOException, InterruptedException {
        return Double.parseDouble(asked(file, stream, "start_time"));
    }

    private static String asked(Path file, String stream, String entry) throws IOException, InterruptedException {
        return TestFfmpeg.probe(file, "-select_streams", stream, "-show_entries", "stream=" + entry);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
