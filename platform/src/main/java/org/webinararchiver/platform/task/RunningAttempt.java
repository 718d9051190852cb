package org.webinararchiver.platform.task;

import java.time.Instant;

/** An attempt and the thread that makes it. */
final class RunningAttempt implements Attempt {
    private final ClaimedTask task;
    private final Instant begun;
    private Thread thread;
    private boolean lost;
    private boolean stopped;
    private volatile double progress;

    /** @param begun by the clock of the worker's {@link Outages} */
    RunningAttempt(ClaimedTask task, Instant begun, Thread thread) {
        this.task = task;
        this.begun = begun;
        this.thread = thread;
    }

    @Override
    public ClaimedTask task() {
        return task;
    }

    Instant begun() {
        return begun;
    }

    @Override
    public void progress(double done) {
        progress = Math.clamp(done, 0.0, 1.0);
    }

    double progress() {
        return progress;
    }

    /** Somebody else has the task by now. */
    synchronized void lost() {
        lost = true;
        stop();
    }

    synchronized boolean isLost() {
        return lost;
    }

    /**
     * Interrupts the work, unless that is done. What is left then is to write its outcome, and a thread that is
     * interrupted while it talks to the database loses the connection, and with it the answer whether its transaction
     * was committed.
     */
    synchronized void stop() {
        if (thread != null) {
            stopped = true;
            thread.interrupt();
        }
    }

    /** Whether the work was told to stop before it was done; how it ended then says nothing about the task. */
    synchronized boolean wasStopped() {
        return stopped;
    }

    /** From here on nothing interrupts the thread, and an interrupt that came too late is forgotten. */
    synchronized void worked() {
        if (thread != null) {
            thread = null;
            Thread.interrupted();
        }
    }
}
