package org.webinararchiver.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.webinararchiver.media.ffmpeg.TestFfmpeg;

class H264ProbeTest {
    private static final int MUTATIONS = 3_000;

    @TempDir
    private Path folder;

    @Test
    void keyFramesAreFoundAtTheTimesAtWhichTheyAreShown() throws Exception {
        var plain = track(film("plain.mp4", "-bf", "0"));
        assertThat(plain.keyFrames()).containsExactly(millis(0), millis(400), millis(800), millis(1200), millis(1600));
        assertThat(plain.delay()).isZero();
        assertThat(plain.ticks()).isEqualTo(90_000);
    }

    @Test
    void framesInAnotherOrderAreDecodedAheadOfTheirTimes() throws Exception {
        var reordered = track(film("reordered.mp4", "-bf", "2", "-x264-params", "b-pyramid=0"));
        assertThat(reordered.keyFrames())
                .containsExactly(millis(0), millis(400), millis(800), millis(1200), millis(1600));
        assertThat(reordered.delay()).isEqualTo(millis(40));
        var pyramid = track(film("pyramid.mp4", "-bf", "3", "-x264-params", "b-pyramid=normal:b-adapt=0"));
        assertThat(pyramid.delay()).isEqualTo(millis(80));
        var negative = track(
                film("negative.mp4", "-bf", "2", "-x264-params", "b-pyramid=0", "-movflags", "negative_cts_offsets"));
        assertThat(negative.delay()).isEqualTo(millis(40));
        assertThat(negative.keyFrames()).isEqualTo(reordered.keyFrames());
    }

    @Test
    void readingEndsBeforeTheFirstFrameThatIsShownTooLate() throws Exception {
        var plain = film("plain.mp4", "-bf", "0");
        assertThat(H264Probe.readUntil(plain, millis(1000))).isEqualTo(millis(1000));
        assertThat(H264Probe.readUntil(plain, millis(1001))).isEqualTo(millis(1040));
        assertThat(H264Probe.readUntil(plain, millis(9000))).isEqualTo(millis(9000));
        // Stored as I0 P3 B1 B2 P6 B4 B5 …, decoded 40 ms ahead: P6 is the first that is shown at 160 ms or later.
        var reordered = film("reordered.mp4", "-bf", "2", "-x264-params", "b-pyramid=0:b-adapt=0");
        assertThat(H264Probe.readUntil(reordered, millis(160))).isEqualTo(millis(120));
        assertThat(H264Probe.readUntil(reordered, millis(120))).isEqualTo(millis(0));
        assertThat(H264Probe.readUntil(reordered, millis(400))).isEqualTo(millis(360));
    }

    @Test
    void aLateFirstFrameIsAtItsPlace() throws Exception {
        var late = film("late.mp4", "-bf", "0", "-output_ts_offset", "1.5");
        assertThat(track(late).keyFrames().getFirst())
                .isEqualTo(Mp4Probe.probe(late).video().orElseThrow().start());
    }

    @ParameterizedTest
    @CsvSource({
        "baseline, 320:240, yuv420p, ",
        "main, 320:240, yuv420p, ",
        "high, 318:242, yuv420p, ",
        "high, 1920:1080, yuv420p, ",
        "high444, 320:240, yuv444p, has colours of an unusual kind",
        "high422, 320:240, yuv422p, has colours of an unusual kind"
    })
    void whatIsUnusualIsTold(String profile, String size, String format, String words) throws Exception {
        var track = track(
                film("film.mp4", "-profile:v", profile, "-vf", "scale=" + size + ",setsar=1", "-pix_fmt", format));
        assertThat(track.peculiarity().orElse(null)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "-vf;setsar=4/3, has pixels that are not square",
        "-x264-params;sar=4/3, has pixels that are not square",
        "-flags;+ildct+ilme, is interlaced",
        "-tag:v;avc3, has its settings in unusual places",
        "-r;25;-video_track_timescale;25, is packed in an unusual way"
    })
    void framesThatOthersCanNotStandBesideAreTold(String options, String words) throws Exception {
        assertThat(track(film("film.mp4", options.split(";"))).peculiarity()).contains(words);
    }

    @Test
    void aNumberThatNoParameterSetHasIsFound() throws Exception {
        assertThat(track(film("zero.mp4")).freeId()).contains(1);
        assertThat(track(film("one.mp4", "-x264-params", "sps-id=1")).freeId()).contains(2);
    }

    @Test
    void otherCodecsAreNotLookedAt() throws Exception {
        assertThat(H264Probe.probe(film("vp9.mp4", "-c:v", "libvpx-vp9", "-deadline", "realtime")))
                .isEmpty();
    }

    @Test
    void fragmentsAreNotCopied() throws Exception {
        assertNotCopyable(film("film.mp4", "-movflags", "frag_keyframe+empty_moov"), "comes in fragments");
    }

    @Test
    void aFileThatHoldsMoreThanItShowsIsNotCopied() throws Exception {
        var film = film("film.mp4", "-bf", "0");
        var bytes = Files.readAllBytes(film);
        var edits = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("elst") + 4;
        ByteBuffer.wrap(bytes).putInt(edits + 8, 1500);
        assertNotCopyable(Files.write(film, bytes), "holds more than it shows");
    }

    @Test
    void aSizeThatChangesOnTheWayIsFoundInTheFrames() throws Exception {
        assertNotCopyable(changingSize(), "changes its settings on the way");
    }

    @Test
    void framesThatAreDamagedAreFoundWithoutDecoding() throws Exception {
        var film = film("film.mp4");
        var bytes = Files.readAllBytes(film);
        var data = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("mdat") + 4;
        Arrays.fill(bytes, data + (bytes.length - data) / 3, data + (bytes.length - data) / 2, (byte) 0);
        assertNotCopyable(Files.write(film, bytes), "has frames that are damaged");
    }

    /** Others bring a picture parameter set with them, and no file can have more than 255. */
    @Test
    void aFileThatLeavesNoRoomForFurtherSettingsIsTold() throws Exception {
        var film = film("film.mp4");
        var own = track(film).configuration();
        var pictures = IntStream.range(0, 254)
                .mapToObj(number -> ByteBuffer.wrap(new byte[] {0x68, (byte) 0xc0, (byte) number}))
                .toList();
        var crowded = new AvcConfiguration(
                own.profile(),
                own.compatibility(),
                own.level(),
                own.lengthSize(),
                own.sequences(),
                pictures,
                own.rest());
        var full = folder.resolve("full.mp4");

        ParameterSetsAdded.write(film, crowded, full);

        assertThat(track(full).configuration().pictures()).hasSize(255);
        assertThat(track(full).peculiarity()).contains("has its settings in unusual places");
    }

    /** A small file whose every frame is said to be nearly all of it would take days to read. */
    @Test
    @Timeout(60)
    void framesThatShareTheirBytesAreNotReadAgainAndAgain() throws Exception {
        var file = Files.write(folder.resolve("shared.mp4"), SharedFrames.file(100_000, 4_000_000));

        assertThat(Mp4Probe.probe(file).video().orElseThrow().frames()).isEqualTo(100_000);
        assertNotCopyable(file, "has frames that share their bytes");
    }

    @Test
    void whateverIsChangedTheReadingEnds() throws Exception {
        var whole = Files.readAllBytes(film("whole.mp4", "-bf", "2", "-movflags", "+faststart"));
        var random = new Random(5);
        var file = folder.resolve("mutated.mp4");
        var outcomes = new ArrayList<String>();
        for (var i = 0; i < MUTATIONS; i++) {
            var changed = whole.clone();
            for (var n = random.nextInt(1, 4); n > 0; n--) {
                changed[random.nextInt(2_500)] = (byte) random.nextInt(256);
            }
            Files.write(file, changed);
            try {
                H264Probe.probe(file);
                outcomes.add("read");
            } catch (Mp4Exception e) {
                outcomes.add("contradiction");
            } catch (NotCopyable e) {
                outcomes.add("not to be copied");
            }
        }
        assertThat(outcomes).hasSize(MUTATIONS).contains("read", "contradiction", "not to be copied");
    }

    /** Two films of different sizes, their parameter sets within their frames, under the description of the first. */
    private Path changingSize() throws Exception {
        var joined = folder.resolve("joined.h264");
        try (var out = Files.newOutputStream(joined)) {
            for (var size : List.of("320x240", "640x480")) {
                var part = folder.resolve(size + ".h264");
                TestFfmpeg.make(part, "-f", "lavfi", "-i", "testsrc=s=" + size + ":r=25:d=1", "-c:v", "libx264");
                Files.copy(part, out);
            }
        }
        return TestFfmpeg.make(
                folder.resolve("changing.mp4"), "-r", "25", "-i", joined.toString(), "-c", "copy", "-bsf:v", "null");
    }

    private static void assertNotCopyable(Path file, String words) {
        assertThatThrownBy(() -> H264Probe.probe(file))
                .isInstanceOf(NotCopyable.class)
                .hasMessage(words);
    }

    private static H264Track track(Path file) throws Exception {
        return H264Probe.probe(file).orElseThrow();
    }

    private Path film(String name, String... options) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc=s=320x240:r=25:d=2"));
        arguments.addAll(List.of("-c:v", "libx264", "-pix_fmt", "yuv420p", "-g", "10", "-sc_threshold", "0"));
        arguments.addAll(List.of("-video_track_timescale", "90000"));
        arguments.addAll(List.of(options));
        return TestFfmpeg.make(folder.resolve(name), arguments.toArray(String[]::new));
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
