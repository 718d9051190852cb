package org.webinararchiver.media.ffmpeg.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.media.ffmpeg.FfmpegVersion;

class ArgumentsTest {
    private static final FfmpegVersion VERSION = FfmpegVersion.release(8, 0);
    private static final RunLimits LIMITS = RunLimits.USUAL.withPixels(1000);
    private static final Path MEDIA = Path.of("/scratch/a.mp4");
    private static final String MEDIA_FORMATS = "mov,matroska,webm,mpegts,flv,mp3,aac,ogg,wav,flac";

    @Test
    void optionsComeBeforeTheFileThatTheyAreFor() {
        var job = new FfmpegJob(
                List.of(new FfmpegInput.Media(MEDIA, List.of("-ss", "1.5"))),
                Optional.of(new FilterGraph.Text("[0:v]null[out]")),
                List.of(new FfmpegOutput.File(Path.of("/scratch/b.mp4"), List.of("-map", "[out]"))),
                LIMITS);
        assertThat(job.arguments(VERSION))
                .containsSubsequence("-ss", "1.5", "-i", "file:/scratch/a.mp4")
                .containsSubsequence("-filter_complex", "[0:v]null[out]", "-map", "[out]", "file:/scratch/b.mp4");
    }

    @Test
    void nothingIsEverAskedOnAStandardInput() {
        assertThat(job(new FfmpegInput.Media(MEDIA)).arguments(VERSION)).startsWith("-nostdin", "-hide_banner");
    }

    @Test
    void everyInputIsConfinedToLocalFilesAndToFormatsOfItsKind() {
        assertThat(inputOf(new FfmpegInput.Media(MEDIA)))
                .containsExactly(
                        "-protocol_whitelist",
                        "file,pipe",
                        "-max_pixels",
                        "1000",
                        "-format_whitelist",
                        MEDIA_FORMATS,
                        "-i",
                        "file:/scratch/a.mp4");
        assertThat(inputOf(new FfmpegInput.Joined(Path.of("/scratch/list"))))
                .containsExactly(
                        "-protocol_whitelist",
                        "file,pipe",
                        "-max_pixels",
                        "1000",
                        "-f",
                        "concat",
                        "-safe",
                        "0",
                        "-format_whitelist",
                        MEDIA_FORMATS + ",png_pipe,jpeg_pipe,webp_pipe,bmp_pipe,concat",
                        "-i",
                        "file:/scratch/list");
        assertThat(inputOf(new FfmpegInput.Picture(Path.of("/scratch/p.png"))))
                .containsExactly(
                        "-protocol_whitelist",
                        "file,pipe",
                        "-max_pixels",
                        "1000",
                        "-f",
                        "image2",
                        "-pattern_type",
                        "none",
                        "-format_whitelist",
                        "image2",
                        "-i",
                        "file:/scratch/p.png");
        assertThat(inputOf(new FfmpegInput.ForeignPicture(Path.of("/scratch/p.png"), PictureFormat.WEBP)))
                .containsExactly(
                        "-protocol_whitelist",
                        "file,pipe",
                        "-max_pixels",
                        "1000",
                        "-f",
                        "webp_pipe",
                        "-codec_whitelist",
                        "webp",
                        "-format_whitelist",
                        "webp_pipe",
                        "-i",
                        "file:/scratch/p.png");
        assertThat(inputOf(new FfmpegInput.Description(Path.of("/scratch/chapters.txt"))))
                .containsExactly(
                        "-protocol_whitelist",
                        "file,pipe",
                        "-f",
                        "ffmetadata",
                        "-format_whitelist",
                        "ffmetadata",
                        "-i",
                        "file:/scratch/chapters.txt");
        assertThat(inputOf(new FfmpegInput.Generated("anullsrc")))
                .containsExactly(
                        "-protocol_whitelist",
                        "file,pipe",
                        "-f",
                        "lavfi",
                        "-format_whitelist",
                        "lavfi",
                        "-i",
                        "anullsrc");
    }

    @Test
    void aRelativeNameIsMadeAbsolute() {
        assertThat(inputOf(new FfmpegInput.Media(Path.of("a.mp4"))).getLast())
                .isEqualTo("file:" + Path.of("a.mp4").toAbsolutePath());
    }

    @Test
    void theVersionDecidesHowAGraphIsReadFromAFile() {
        var job = new FfmpegJob(
                List.of(),
                Optional.of(new FilterGraph.Script(Path.of("/scratch/graph"))),
                List.of(new FfmpegOutput.Discarded(List.of())),
                LIMITS);
        assertThat(job.arguments(FfmpegVersion.release(6, 1)))
                .containsSequence("-filter_complex_script", "/scratch/graph");
        assertThat(job.arguments(FfmpegVersion.release(7, 0))).containsSequence("-/filter_complex", "/scratch/graph");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-i", "-f", "-protocol_whitelist", "-format_whitelist", "-max_pixels", "-progress"})
    void optionsThatWouldUndoTheConfinementAreRefused(String option) {
        var options = List.of(option, "x");
        assertThatThrownBy(() -> new FfmpegInput.Media(MEDIA, options)).hasMessageContaining(option);
    }

    @Test
    void anOutputMayNameItsFormatButNoFurtherFile() {
        assertThat(new FfmpegOutput.File(MEDIA, List.of("-f", "mpegts")).options())
                .contains("mpegts");
        var options = List.of("-i", "/etc/passwd");
        assertThatThrownBy(() -> new FfmpegOutput.File(MEDIA, options)).hasMessageContaining("-i");
    }

    @Test
    void secondsAreExact() {
        assertThat(Arguments.seconds(Duration.ofNanos(1))).isEqualTo("0.000000001");
        assertThat(Arguments.seconds(Duration.ofHours(3))).isEqualTo("10800.000000000");
    }

    private static List<String> inputOf(FfmpegInput input) {
        var arguments = job(input).arguments(VERSION);
        var start = arguments.indexOf("-y") + 1;
        return arguments.subList(start, arguments.indexOf("-i") + 2);
    }

    private static FfmpegJob job(FfmpegInput input) {
        return new FfmpegJob(List.of(input), List.of(new FfmpegOutput.Discarded(List.of())), LIMITS);
    }
}
