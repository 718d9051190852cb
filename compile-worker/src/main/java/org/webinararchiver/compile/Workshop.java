package org.webinararchiver.compile;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleConsumer;
import org.webinararchiver.media.ffmpeg.run.FfmpegFailure;
import org.webinararchiver.media.ffmpeg.run.FfmpegJob;
import org.webinararchiver.media.ffmpeg.run.FfmpegRunner;

/** Runs ffmpeg, and several at once where there is enough to do. */
public final class Workshop {
    private final FfmpegRunner runner;
    private final int processes;

    /**
     * Opens a workshop.
     *
     * @param processes how many run at once
     */
    public Workshop(FfmpegRunner runner, int processes) {
        this.runner = runner;
        this.processes = processes;
    }

    /** The same for one of several pieces of work that are done at once. */
    public Workshop alone() {
        return new Workshop(runner, 1);
    }

    /** A piece of work that does not depend on its neighbours. */
    @FunctionalInterface
    public interface Work<T> {
        T done() throws FfmpegFailure, IOException, InterruptedException;
    }

    /** Does one job on the caller's thread. */
    public void run(FfmpegJob job) throws FfmpegFailure, InterruptedException {
        runner.run(job, written -> {});
    }

    /**
     * Does one job on the caller's thread.
     *
     * @param seconds how much it will write
     * @param progress is told the share of it that is written
     */
    public void run(FfmpegJob job, double seconds, DoubleConsumer progress) throws FfmpegFailure, InterruptedException {
        runner.run(job, written -> progress.accept(Math.clamp(written.toNanos() / 1e9 / seconds, 0, 1)));
    }

    /**
     * Does all of it, several pieces at once. The first failure, or an interruption, ends the others; when this returns
     * or throws, nothing of it runs any more.
     *
     * @return the results in the order of the work
     */
    public <T> List<T> all(List<Work<T>> work) throws FfmpegFailure, IOException, InterruptedException {
        try (var pool =
                Executors.newFixedThreadPool(processes, Thread.ofVirtual().factory())) {
            var completed = new ExecutorCompletionService<T>(pool);
            var futures = work.stream().map(one -> completed.submit(one::done)).toList();
            try {
                for (int i = 0; i < futures.size(); i++) {
                    completed.take().get();
                }
            } catch (ExecutionException e) {
                throw rethrown(e.getCause());
            } finally {
                pool.shutdownNow();
            }
            return futures.stream().map(Future::resultNow).toList();
        }
    }

    private static IllegalStateException rethrown(Throwable cause)
            throws FfmpegFailure, IOException, InterruptedException {
        switch (cause) {
            case FfmpegFailure failure -> throw failure;
            case IOException failure -> throw failure;
            case InterruptedException interruption -> throw interruption;
            case RuntimeException failure -> throw failure;
            case Error error -> throw error;
            default -> {
                return new IllegalStateException("work threw what it did not declare", cause);
            }
        }
    }
}
