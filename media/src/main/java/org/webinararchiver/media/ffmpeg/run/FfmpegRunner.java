package org.webinararchiver.media.ffmpeg.run;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import org.webinararchiver.media.ffmpeg.Ffmpeg;

/** Runs ffmpeg on media that may be hostile: it reads nothing but local files, and stays within limits. */
public final class FfmpegRunner {
    private final Ffmpeg ffmpeg;
    private final Duration longest;

    /** Runs take as long as their jobs allow. */
    public FfmpegRunner(Ffmpeg ffmpeg) {
        this(ffmpeg, ChronoUnit.FOREVER.getDuration());
    }

    /**
     * Runs end sooner than their jobs allow.
     *
     * @param longest after which every run is ended, whatever its job allows
     */
    public FfmpegRunner(Ffmpeg ffmpeg, Duration longest) {
        this.ffmpeg = ffmpeg;
        this.longest = longest;
    }

    /**
     * Does the job and returns when it is done. Interrupting the thread cancels it: the process, with all that it
     * started, is ended before the exception is thrown.
     *
     * @throws FfmpegFailure when ffmpeg fails, or is ended since it went over a limit
     */
    public void run(FfmpegJob job, Progress progress) throws FfmpegFailure, InterruptedException {
        var command = new ArrayList<String>();
        command.add(ffmpeg.ffmpeg().toString());
        command.addAll(job.arguments(ffmpeg.version()));
        new Run(Confinement.around(command, job.limits()), limit(job)).await(progress);
    }

    private Duration limit(FfmpegJob job) {
        var allowed = job.limits().time();
        return allowed.compareTo(longest) < 0 ? allowed : longest;
    }
}
