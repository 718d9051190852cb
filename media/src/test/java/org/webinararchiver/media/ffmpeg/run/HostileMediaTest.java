package org.webinararchiver.media.ffmpeg.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.webinararchiver.media.ffmpeg.TestFfmpeg;

/** What hostile media, odd names and excess come to. */
class HostileMediaTest extends RunnerUnderTest {
    @Test
    void namesAreNeverTakenForOptionsPatternsOrProtocols() throws Exception {
        var odd = Files.createDirectories(folder.resolve("-i http: %03d $(touch x) 'a\" b"));
        var picture = odd.resolve("concat:%d.png");
        var film = odd.resolve("-y.mp4");
        TestFfmpeg.make(picture, "-f", "lavfi", "-i", "color=red:s=64x64", "-frames:v", "1", "-update", "1");
        Files.list(odd).findFirst().ifPresent(made -> assertThat(made).isEqualTo(picture));
        runner.run(
                job(new FfmpegInput.Picture(picture, List.of("-loop", "1", "-t", "1")), file(film)), Progress.IGNORED);
        runner.run(job(new FfmpegInput.Media(film), discarded()), Progress.IGNORED);
        assertThat(TestFfmpeg.probe(film, "-show_entries", "stream=width")).isEqualTo("64");
    }

    @Test
    void aPlaylistIsNotReadHoweverItIsCalled() throws Exception {
        filmOfOneSecond("film.mp4");
        var segment = filmOfOneSecond("segment.ts");
        for (var name : List.of("list.m3u8", "list.mp4", "list.ts")) {
            var playlist = Files.writeString(
                    folder.resolve(name),
                    "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:1,\n" + segment.toUri() + "\n#EXT-X-ENDLIST\n");
            failureOf(job(new FfmpegInput.Media(playlist), discarded()));
        }
        var script = Files.writeString(folder.resolve("script.mp4"), "ffconcat version 1.0\nfile film.mp4\n");
        failureOf(job(new FfmpegInput.Media(script), discarded()));
    }

    @Test
    void aListDoesNotLetItsFilesBeLists() throws Exception {
        var film = filmOfOneSecond("film.mp4");
        var hostile = Files.writeString(folder.resolve("hostile.mp4"), "ffconcat version 1.0\nfile film.mp4\n");
        failureOf(job(new FfmpegInput.Joined(listOf(hostile)), discarded()));
        runner.run(job(new FfmpegInput.Joined(listOf(film)), discarded()), Progress.IGNORED);
    }

    @Test
    void aPictureOverTheLimitIsNotDecoded() throws Exception {
        var film = filmOfOneSecond("film.mp4");
        var job = job(new FfmpegInput.Media(film), discarded());
        var allowed = new FfmpegJob(job.inputs(), job.outputs(), RunLimits.USUAL.withPixels(320 * 240));
        var refused = new FfmpegJob(job.inputs(), job.outputs(), RunLimits.USUAL.withPixels(320 * 240 - 1));
        runner.run(allowed, Progress.IGNORED);
        assertThat(failureOf(refused).errors()).contains("exceeds specified max pixel count");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void memoryIsLimited() throws Exception {
        var large = List.<FfmpegInput>of(new FfmpegInput.Generated("testsrc=s=3840x2160:d=0.1"));
        var output = List.of(file(folder.resolve("film.mp4")));
        runner.run(new FfmpegJob(large, output, RunLimits.USUAL), Progress.IGNORED);
        var failure = failureOf(new FfmpegJob(large, output, RunLimits.USUAL.withMemory(400L << 20)));
        assertThat(failure.kind()).isEqualTo(FfmpegFailure.Kind.EXITED);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void outputIsLimited() throws IOException {
        var film = folder.resolve("film.mp4");
        var noise = new FfmpegInput.Generated("testsrc2=s=640x480:d=10");
        var limits = RunLimits.USUAL.withOutputFile(100 * 512);
        var output = new FfmpegOutput.File(film, List.of("-c:v", "libx264", "-crf", "1"));
        var failure = failureOf(new FfmpegJob(List.of(noise), List.of(output), limits));
        assertThat(failure.kind()).isEqualTo(FfmpegFailure.Kind.OUTPUT_TOO_LARGE);
        assertThat(film).hasSize(100 * 512);
    }
}
