package org.webinararchiver.api.reading;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The next reading of something, for those that wait for it: one for all of them, soon after the first one has come,
 * and not too often.
 */
public final class NextReading {
    public static final int MOST_WAITING = 1000;

    private final ScheduledExecutorService clockwork;
    private final Runnable reading;
    private final Duration leastBetween;
    private final Duration patience;
    private long begun;
    private int waiting;

    /** Null while nobody waits. */
    private CompletableFuture<Void> awaited;

    /**
     * @param reading begins with {@link #begins}
     * @param leastBetween the beginnings of two readings that somebody waits for
     * @param patience how long somebody waits
     */
    public NextReading(ScheduledExecutorService clockwork, Runnable reading, Duration leastBetween, Duration patience) {
        this.clockwork = clockwork;
        this.reading = reading;
        this.leastBetween = leastBetween;
        this.patience = patience;
        this.begun = System.nanoTime() - leastBetween.toNanos();
    }

    /** Ends with a reading that begins from now on; fails when there is none in time, or too many wait already. */
    public synchronized CompletionStage<Void> end() {
        if (waiting == MOST_WAITING) {
            return CompletableFuture.failedStage(new RejectedExecutionException("too many wait for a reading"));
        }
        waiting++;
        if (awaited == null) {
            awaited = new CompletableFuture<Void>().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
            schedule();
        }
        return awaited;
    }

    private void schedule() {
        var wait = leastBetween.toNanos() - (System.nanoTime() - begun);
        try {
            clockwork.schedule(this::readIfAwaited, Math.max(wait, 0), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException stopped) {
            awaited.completeExceptionally(stopped);
        }
    }

    private void readIfAwaited() {
        if (isAwaited()) {
            reading.run();
        }
    }

    private synchronized boolean isAwaited() {
        return awaited != null;
    }

    /** One begins, and whoever comes from now on waits for the one after it; answers what is completed when it ends. */
    public synchronized CompletableFuture<Void> begins() {
        var ending = awaited == null ? new CompletableFuture<Void>() : awaited;
        begun = System.nanoTime();
        waiting = 0;
        awaited = null;
        return ending;
    }
}
