package org.webinararchiver.compile.measure;

import org.webinararchiver.compile.Workshop;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;
import org.webinararchiver.media.ffmpeg.run.FfmpegJob;

/**
 * Puts files on trial: one that ffmpeg does not take is flawed; an ffmpeg that does not run says nothing of the file.
 */
public record Trial(Workshop workshop) {

    /**
     * Does the job.
     *
     * @param flaw what is wrong with the file when it fails
     */
    public void run(FfmpegJob job, String flaw) throws Flaw, FfmpegFailure, InterruptedException {
        try {
            workshop.run(job);
        } catch (FfmpegFailure e) {
            switch (e.kind()) {
                case NOT_RUN, OUTPUT_TOO_LARGE -> throw e;
                case EXITED, TIMED_OUT -> throw new Flaw(flaw, e);
            }
        }
    }
}
