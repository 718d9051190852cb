package org.webinararchiver.api.access;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The next reading of the keys, for those that wait for it: one for all of them, soon after the first one has come, and
 * a few a second at most.
 */
final class NextReading {
    static final Duration LEAST_BETWEEN = Duration.ofMillis(200);
    static final int MOST_WAITING = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ScheduledExecutorService clockwork;
    private final Runnable reading;
    private long begun = System.nanoTime() - LEAST_BETWEEN.toNanos();
    private int waiting;

    /** Null while nobody waits. */
    private CompletableFuture<Void> awaited;

    /** @param reading begins with {@link #begins} */
    NextReading(ScheduledExecutorService clockwork, Runnable reading) {
        this.clockwork = clockwork;
        this.reading = reading;
    }

    /** Ends with a reading that begins from now on; fails when there is none for seconds, or too many wait already. */
    synchronized CompletionStage<Void> end() {
        if (waiting == MOST_WAITING) {
            return CompletableFuture.failedStage(new RejectedExecutionException("too many wait for a reading"));
        }
        waiting++;
        if (awaited == null) {
            awaited = new CompletableFuture<Void>().orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            schedule();
        }
        return awaited;
    }

    private void schedule() {
        var wait = LEAST_BETWEEN.toNanos() - (System.nanoTime() - begun);
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
    synchronized CompletableFuture<Void> begins() {
        var ending = awaited == null ? new CompletableFuture<Void>() : awaited;
        begun = System.nanoTime();
        waiting = 0;
        awaited = null;
        return ending;
    }
}
