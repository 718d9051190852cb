package org.webinararchiver.compile.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.webinararchiver.compile.picture.Chunk.Black;
import org.webinararchiver.compile.picture.Chunk.OfFootage;
import org.webinararchiver.core.timeline.Stretch.Footage;
import org.webinararchiver.media.ffmpeg.run.FfmpegInput;
import org.webinararchiver.media.ffmpeg.run.FfmpegJob;
import org.webinararchiver.media.ffmpeg.run.FfmpegOutput;
import org.webinararchiver.media.ffmpeg.run.FilterGraph;
import org.webinararchiver.media.ffmpeg.run.RunLimits;

class ChunkJobTest {
    private static final Path SOURCE = Path.of("/media/source.mp4");
    private static final Path RESULT = Path.of("/scratch/chunk.mp4");
    private static final Path DECODED = Path.of("/scratch/chunk.frames");
    private static final List<String> ENCODING = List.of(
            "-map",
            "[picture]",
            "-frames:v",
            "50",
            "-fps_mode",
            "passthrough",
            "-c:v",
            "libx264",
            "-threads:v",
            "4",
            "-preset",
            "veryfast",
            "-crf",
            "23",
            "-profile:v",
            "high",
            "-g",
            "50",
            "-keyint_min",
            "50",
            "-sc_threshold",
            "0",
            "-flags",
            "+cgop",
            "-video_track_timescale",
            "90000",
            "-map_metadata",
            "-1",
            "-f",
            "mp4");

    private static final RunLimits LIMITS =
            RunLimits.USUAL.withTime(Duration.ofMinutes(11)).withMemory(8L << 30);

    private static final PictureForm FORM = new PictureForm(640, 360, new FrameRate(25));

    private final ChunkJob jobs = new ChunkJob(FORM, Coding.ALONE);

    @Test
    void footageIsCutPlacedFittedAndHeld() {
        var chunk = new OfFootage(footage(10_010, 80, 100, 1900, 20), Duration.ZERO, 250, 50);

        assertThat(jobs.footage(chunk, SOURCE, RESULT, DECODED))
                .isEqualTo(new FfmpegJob(
                        List.of(new FfmpegInput.Media(
                                SOURCE, List.of("-copyts", "-reinit_filter", "0", "-threads", "4"))),
                        graph("[0:v:0]trim=start=0.100000000:end=2.000000000,split[shown][counted];"
                                + "[shown]setpts=PTS-(0.010000000)/TB,"
                                + "fps=fps=25:start_time=0:round=near,trim=end_frame=50,"
                                + "scale=w=trunc(iw*sar/2+0.5)*2:h=ih,setsar=1,"
                                + "scale=w=640:h=360:force_original_aspect_ratio=decrease:force_divisible_by=2"
                                + ":out_range=tv,"
                                + "pad=w=640:h=360:x=-1:y=-1:color=black:eval=frame,"
                                + "setsar=1,format=yuv420p,"
                                + "setparams=range=tv:color_primaries=unknown:color_trc=unknown:colorspace=unknown,"
                                + "tpad=stop_mode=clone:stop=13[picture]"),
                        List.of(
                                new FfmpegOutput.File(RESULT, ENCODING),
                                new FfmpegOutput.File(
                                        DECODED,
                                        List.of("-map", "[counted]", "-fps_mode", "passthrough", "-f", "framecrc"))),
                        LIMITS));
    }

    @Test
    void aFirstFrameShownEarlyIsSoughtBeforeTheFilesBeginning() {
        var chunk = new OfFootage(footage(0, 400, 100, 1600, 0), Duration.ZERO, 0, 50);

        assertThat(graphOf(jobs.footage(chunk, SOURCE, RESULT, DECODED))).contains("setpts=PTS-(-0.300000000)/TB");
    }

    @Test
    void framesOfARunThatBeginsAnywhereAreSoughtFromThere() {
        var chunk = new OfFootage(footage(10_013, 0, 100, 1600, 0), Duration.ofMillis(10_013), 0, 40);

        assertThat(graphOf(jobs.footage(chunk, SOURCE, RESULT, DECODED))).contains("setpts=PTS-(0.100000000)/TB");
    }

    @Test
    void besideCopiedFramesTheyHaveTheirClockTheirOrderAndSetsOfTheirOwn() {
        var beside = new Coding("baseline", 1, 16_000, false, Duration.ofMillis(80));
        var black = new ChunkJob(FORM, beside).black(new Black(Duration.ZERO, 0, 50), RESULT);

        assertThat(String.join(" ", black.outputs().getFirst().options()))
                .contains("-profile:v baseline")
                .contains("-video_track_timescale 16000")
                .contains("-x264-params sps-id=1 -bf 0 -bsf:v setts=dts=DTS-round(0.080000000/TB)");
    }

    @Test
    void aPlaceFarIntoAFileIsSought() {
        var chunk = new OfFootage(footage(0, 0, 2000, 2000, 0), Duration.ZERO, 0, 50);

        assertThat(jobs.footage(chunk, SOURCE, RESULT, DECODED).inputs())
                .containsExactly(new FfmpegInput.Media(
                        SOURCE,
                        List.of(
                                "-copyts",
                                "-reinit_filter",
                                "0",
                                "-threads",
                                "4",
                                "-noaccurate_seek",
                                "-seek_timestamp",
                                "1",
                                "-ss",
                                "2.000000000")));
    }

    @Test
    void blackIsEncodedLikeFootage() {
        assertThat(jobs.black(new Black(Duration.ZERO, 0, 50), RESULT))
                .isEqualTo(new FfmpegJob(
                        List.of(new FfmpegInput.Generated("color=c=black:s=640x360:r=25")),
                        graph("[0:v:0]setsar=1,format=yuv420p,"
                                + "setparams=range=tv:color_primaries=unknown:color_trc=unknown:colorspace=unknown"
                                + "[picture]"),
                        List.of(new FfmpegOutput.File(RESULT, ENCODING)),
                        LIMITS));
    }

    private static Optional<FilterGraph> graph(String text) {
        return Optional.of(new FilterGraph.Text(text));
    }

    private static String graphOf(FfmpegJob job) {
        return ((FilterGraph.Text) job.filters().orElseThrow()).graph();
    }

    private static Footage footage(long at, long lead, long from, long playing, long held) {
        return new Footage(
                "segment",
                "track",
                Duration.ofMillis(at),
                Duration.ofMillis(lead),
                Duration.ofMillis(from),
                Duration.ofMillis(playing),
                Duration.ofMillis(held));
    }
}
