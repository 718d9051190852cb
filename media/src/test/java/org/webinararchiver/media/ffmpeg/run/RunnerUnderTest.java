package org.webinararchiver.media.ffmpeg.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.media.ffmpeg.TestFfmpeg;

/** A runner of a real ffmpeg, and what its tests say in few words. */
abstract class RunnerUnderTest {
    final FfmpegRunner runner = new FfmpegRunner(TestFfmpeg.installation());

    @TempDir
    Path folder;

    Path filmOfOneSecond(String name) throws IOException, InterruptedException {
        return TestFfmpeg.make(folder.resolve(name), "-f", "lavfi", "-i", "testsrc=s=320x240:r=25:d=1");
    }

    Path listOf(Path... files) throws IOException {
        var list = folder.resolve("list.ffconcat");
        JoinList.write(list, List.of(files).stream().map(JoinList.Entry::whole).toList());
        return list;
    }

    FfmpegFailure failureOf(FfmpegJob job) {
        var failure = catchThrowableOfType(FfmpegFailure.class, () -> runner.run(job, Progress.IGNORED));
        assertThat(failure).as("the run fails").isNotNull();
        return failure;
    }

    static FfmpegJob job(FfmpegInput input, FfmpegOutput output) {
        return new FfmpegJob(List.of(input), List.of(output), RunLimits.USUAL);
    }

    static FfmpegOutput file(Path file) {
        return new FfmpegOutput.File(file, List.of());
    }

    static FfmpegOutput discarded() {
        return new FfmpegOutput.Discarded(List.of());
    }
}
