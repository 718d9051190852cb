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

    /** Lists every packet with its times. */
    FfmpegJob packets(Path list) {
        var input = new FfmpegInput.Media(file, List.of("-copyts"));
        var options = List.of("-map", "0:v:0", "-map", "0:a:0", "-c", "copy", "-f", "framecrc");
        return new FfmpegJob(List.of(input), List.of(new FfmpegOutput.File(list, options)), limits);
    }

    /** Decodes the key frames. */
    FfmpegJob keyFrames() {
        return decoding(new FfmpegInput.Media(file, List.of("-xerror", "-skip_frame", "nokey")));
    }

    /** Decodes every frame. */
    FfmpegJob allFrames() {
        return decoding(new FfmpegInput.Media(file, List.of("-xerror")));
    }

    /**
     * Decodes parts of the file.
     *
     * @param list the file again and again, each time with where to begin and to end
     */
    FfmpegJob someFrames(Path list) {
        return decoding(new FfmpegInput.Joined(list, List.of("-xerror")));
    }

    private FfmpegJob decoding(FfmpegInput input) {
        var output = new FfmpegOutput.Discarded(List.of("-map", "0:v:0", "-fps_mode", "passthrough"));
        return new FfmpegJob(List.of(input), List.of(output), limits);
    }
}
