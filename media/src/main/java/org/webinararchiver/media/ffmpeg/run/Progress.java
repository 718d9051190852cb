package org.webinararchiver.media.ffmpeg.run;

import java.time.Duration;

/** Is told how far a run has come. */
@FunctionalInterface
public interface Progress {
    /** Nobody wants to know. */
    Progress IGNORED = written -> {};

    /**
     * Called on the thread that runs the job, a few times a second at most.
     *
     * @param written how much of the output, in its own time, is made
     */
    void reached(Duration written);
}
