package org.webinararchiver.media.ffmpeg.run;

import com.github.kokorin.jaffree.ffmpeg.FFmpegResult;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One process from its start to its end.
 *
 * <p>Jaffree gets a thread of its own, since it interrupts the thread that it runs on when one of its readers fails.
 */
final class Run {
    private static final long REPORT_EVERY_MILLIS = 250;
    private static final int FILE_SIZE_EXCEEDED = 128 + 25;

    private final ConfinedFfmpeg ffmpeg;
    private final FutureTask<FFmpegResult> task;
    private final long startNanos = System.nanoTime();
    private final Duration limit;

    Run(List<String> command, Duration limit) {
        this.ffmpeg = new ConfinedFfmpeg(command);
        this.task = new FutureTask<>(ffmpeg::execute);
        this.limit = limit;
    }

    void await(Progress progress) throws FfmpegFailure, InterruptedException {
        var thread = Thread.ofPlatform().daemon().name("ffmpeg").start(task);
        var reported = Duration.ZERO;
        try {
            while (!isDone()) {
                requireTimeLeft();
                reported = report(progress, reported);
            }
            report(progress, reported);
        } finally {
            endIfRunning(thread);
        }
    }

    /** Waits for a moment, too. */
    private boolean isDone() throws FfmpegFailure, InterruptedException {
        try {
            task.get(REPORT_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (CancellationException e) {
            throw new IllegalStateException("nobody cancels the task itself", e);
        }
    }

    private void requireTimeLeft() throws FfmpegFailure {
        if (System.nanoTime() - startNanos > limit.toNanos()) {
            throw new FfmpegFailure(
                    FfmpegFailure.Kind.TIMED_OUT,
                    OptionalInt.empty(),
                    ffmpeg.errors().text(),
                    null);
        }
    }

    private Duration report(Progress progress, Duration reported) {
        var written = ffmpeg.progress().written();
        if (!written.equals(reported)) {
            progress.reached(written);
        }
        return written;
    }

    private FfmpegFailure failure(Throwable cause) {
        var code = ffmpeg.end().exitCode();
        var errors = ffmpeg.errors().text();
        if (code.isEmpty() || code.getAsInt() == 0) {
            return new FfmpegFailure(FfmpegFailure.Kind.NOT_RUN, OptionalInt.empty(), errors, cause);
        }
        return new FfmpegFailure(
                code.getAsInt() == FILE_SIZE_EXCEEDED ? FfmpegFailure.Kind.OUTPUT_TOO_LARGE : FfmpegFailure.Kind.EXITED,
                code,
                errors,
                cause);
    }

    /** Whoever cancels expects that nothing writes any more when this returns, even when interrupted once again. */
    private void endIfRunning(Thread thread) {
        if (task.isDone()) {
            return;
        }
        ffmpeg.end().forceStop();
        var interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
