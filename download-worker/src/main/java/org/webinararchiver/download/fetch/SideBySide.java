package org.webinararchiver.download.fetch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import org.webinararchiver.platform.budget.OriginRests;

/** The same work in several threads, until all of them have ended. */
final class SideBySide {
    private SideBySide() {}

    @FunctionalInterface
    interface Work {
        /** @param thread from 0 */
        void run(int thread) throws IOException, InterruptedException, OriginRests;
    }

    /** Throws what was thrown first, once all have ended; an interruption ends them at once. */
    static void run(int threads, Work work) throws IOException, InterruptedException, OriginRests {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = new ExecutorCompletionService<Void>(executor);
            try {
                for (int number = 0; number < threads; number++) {
                    int thread = number;
                    runs.submit(() -> {
                        work.run(thread);
                        return null;
                    });
                }
                awaitAll(runs, threads);
            } finally {
                executor.shutdownNow();
            }
        }
    }

    private static void awaitAll(CompletionService<Void> runs, int count)
            throws IOException, InterruptedException, OriginRests {
        var failures = new ArrayList<Throwable>();
        for (int ended = 0; ended < count; ended++) {
            try {
                runs.take().get();
            } catch (ExecutionException e) {
                failures.add(e.getCause());
            }
        }
        if (!failures.isEmpty()) {
            fail(failures.getFirst());
        }
    }

    private static void fail(Throwable cause) throws IOException, InterruptedException, OriginRests {
        switch (cause) {
            case IOException failed -> throw failed;
            case OriginRests rests -> throw rests;
            case InterruptedException stopped -> throw stopped;
            case RuntimeException unexpected -> throw unexpected;
            default -> throw new IllegalStateException(cause);
        }
    }
}
