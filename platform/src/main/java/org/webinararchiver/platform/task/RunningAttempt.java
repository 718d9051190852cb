package org.webinararchiver.platform.task;

/** An attempt and the thread that makes it. */
final class RunningAttempt implements Attempt {
    private final ClaimedTask task;
    private Thread thread;
    private boolean lost;
    private volatile double progress;

    RunningAttempt(ClaimedTask task, Thread thread) {
        this.task = task;
        this.thread = thread;
    }

    @Override
    public ClaimedTask task() {
        return task;
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
            thread.interrupt();
        }
    }

    /** From here on nothing interrupts the thread, and an interrupt that came too late is forgotten. */
    synchronized void worked() {
        if (thread != null) {
            thread = null;
            Thread.interrupted();
        }
    }
}
