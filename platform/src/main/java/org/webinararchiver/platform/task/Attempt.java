package org.webinararchiver.platform.task;

/** One attempt at a task, as the handler sees it. */
public interface Attempt {

    ClaimedTask task();

    /**
     * Notes how far the work is; seen by whoever looks at the recording after the next heartbeat.
     *
     * @param done from 0 to 1
     */
    void progress(double done);
}
