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

    /** Interrupts the work, unless it is over: the thread may be at another task by then. */
    synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** From here on the thread is free, and an interrupt that came too late is forgotten. */
    synchronized void over() {
        if (thread != null) {
            thread = null;
            Thread.interrupted();
        }
    }
}
