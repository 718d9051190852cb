package org.webinararchiver.compile.companion;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.webinararchiver.media.ffmpeg.run.FfmpegInput;
import org.webinararchiver.media.ffmpeg.run.FfmpegJob;
import org.webinararchiver.media.ffmpeg.run.FfmpegOutput;
import org.webinararchiver.media.ffmpeg.run.RunLimits;

/** Tells ffmpeg how to copy the sound of a finished file, with its title and chapters. Nothing is decoded. */
final class CopiedSound {
    private static final int SLOWEST_SECONDS_IN_A_SECOND = 60;

    private CopiedSound() {}

    static FfmpegJob of(Path file, Duration duration, Path sound) {
        var time = Duration.ofMinutes(10).plus(duration.dividedBy(SLOWEST_SECONDS_IN_A_SECOND));
        return new FfmpegJob(
                List.of(new FfmpegInput.Media(file)),
                List.of(new FfmpegOutput.File(
                        sound, List.of("-map", "0:a:0", "-c", "copy", "-movflags", "+faststart", "-f", "mp4"))),
                RunLimits.USUAL.withTime(time));
    }
}
