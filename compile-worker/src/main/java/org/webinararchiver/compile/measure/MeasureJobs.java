package org.webinararchiver.compile.measure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.webinararchiver.media.ffmpeg.run.FfmpegInput;
import org.webinararchiver.media.ffmpeg.run.FfmpegJob;
import org.webinararchiver.media.ffmpeg.run.FfmpegOutput;
import org.webinararchiver.media.ffmpeg.run.RunLimits;

/** Tells ffmpeg how to look at a finished file. Decoding stops at the first error. */
final class MeasureJobs {
    private final Path file;
    private final RunLimits limits;

    MeasureJobs(Path file, Duration duration) {
        this.file = file;
        this.limits = RunLimits.USUAL.withTime(Duration.ofMinutes(10).plus(duration));
    }

    /** Lists every packet with its times, and decodes the key frames, which threads would not make cheaper. */
    FfmpegJob packetsAndKeyFrames(Path list) {
        return new FfmpegJob(
                List.of(new FfmpegInput.Media(
                        file, List.of("-copyts", "-xerror", "-threads", "1", "-skip_frame", "nokey"))),
                List.of(listed(list), decoded()),
                limits);
    }

    /** Lists every packet with its times, and decodes every frame. */
    FfmpegJob packetsAndAllFrames(Path list) {
        return new FfmpegJob(
                List.of(new FfmpegInput.Media(file, List.of("-copyts", "-xerror"))),
                List.of(listed(list), decoded()),
                limits);
    }

    /**
     * Decodes parts of the file.
     *
     * @param list the file again and again, each time with where to begin and to end
     */
    FfmpegJob someFrames(Path list) {
        return new FfmpegJob(
                List.of(new FfmpegInput.Joined(list, List.of("-xerror", "-threads", "1"))), List.of(decoded()), limits);
    }

    private static FfmpegOutput listed(Path list) {
        return new FfmpegOutput.File(list, List.of("-map", "0:v:0", "-map", "0:a:0", "-c", "copy", "-f", "framecrc"));
    }

    private static FfmpegOutput decoded() {
        return new FfmpegOutput.Discarded(List.of("-map", "0:v:0", "-fps_mode", "passthrough"));
    }
}
