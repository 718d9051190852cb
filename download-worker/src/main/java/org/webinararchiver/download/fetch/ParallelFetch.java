package org.webinararchiver.download.fetch;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.platform.budget.ConnectionBudget;

/** Fetches several segments side by side, as many as the budget of their host has connections for. Used once. */
final class ParallelFetch {
    private final SegmentFetcher fetcher;
    private final ConnectionBudget budget;

    /** Threads are interrupted one after the other; by this, none takes the place of one that was. */
    private volatile boolean stopped;

    ParallelFetch(SegmentFetcher fetcher, ConnectionBudget budget) {
        this.fetcher = fetcher;
        this.budget = budget;
    }

    /**
     * Fetches all of them, whatever becomes of the others, and answers in the order in which they ended.
     *
     * @param ended told of each segment as soon as it is stored or has failed; when it throws, the rest is left
     */
    List<FetchOutcome> fetch(
            List<Segment> wanted, Function<Segment, SegmentRequest> requests, BiConsumer<Segment, FetchOutcome> ended)
            throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var fetches = new ExecutorCompletionService<FetchOutcome>(threads);
            try {
                for (var segment : wanted) {
                    fetches.submit(() -> fetchOne(segment, requests, ended));
                }
                return outcomes(fetches, wanted.size());
            } finally {
                stopped = true;
                threads.shutdownNow();
            }
        }
    }

    private FetchOutcome fetchOne(
            Segment segment, Function<Segment, SegmentRequest> requests, BiConsumer<Segment, FetchOutcome> ended)
            throws InterruptedException {
        var request = requests.apply(segment);
        // Held until the outcome is written: whatever kills this worker, no more files are unaccounted for than
        // it has connections.
        try (var connection = budget.acquire(hostOf(request.url()))) {
            mustGoOn();
            var outcome = fetcher.fetch(request, connection);
            mustGoOn();
            ended.accept(segment, outcome);
            return outcome;
        }
    }

    private static String hostOf(URI url) {
        return url.getRawAuthority().toLowerCase(Locale.ROOT);
    }

    private void mustGoOn() throws InterruptedException {
        if (stopped || Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("the rest is left");
        }
    }

    private static List<FetchOutcome> outcomes(CompletionService<FetchOutcome> fetches, int count)
            throws InterruptedException {
        var outcomes = new ArrayList<FetchOutcome>();
        while (outcomes.size() < count) {
            try {
                outcomes.add(fetches.take().get());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException unexpected
                        ? unexpected
                        : new IllegalStateException(e.getCause());
            }
        }
        return outcomes;
    }
}
