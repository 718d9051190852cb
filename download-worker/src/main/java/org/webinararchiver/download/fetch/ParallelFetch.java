package org.webinararchiver.download.fetch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.platform.budget.ConnectionBudget;
import org.webinararchiver.platform.budget.OriginRests;

/** Fetches several segments side by side, as many as the budget of their host has connections for. Used once. */
final class ParallelFetch {
    private final SegmentFetcher fetcher;
    private final ConnectionBudget budget;
    private final Duration patience;

    /** Threads are interrupted one after the other; by this, none takes the place of one that was. */
    private volatile boolean stopped;

    /** @param patience the longest rest of an origin that is waited for */
    ParallelFetch(SegmentFetcher fetcher, ConnectionBudget budget, Duration patience) {
        this.fetcher = fetcher;
        this.budget = budget;
        this.patience = patience;
    }

    /**
     * Fetches all of them that are begun here, whatever becomes of the others, and answers in the order in which they
     * ended.
     *
     * @param ended told of each segment as soon as it is stored or has failed; when it throws, the rest is left
     * @throws FailureException when one of our own servers is away, and the rest is left
     */
    List<FetchOutcome> fetch(
            List<Segment> wanted,
            BatchShare share,
            Function<Segment, SegmentRequest> requests,
            BiConsumer<Segment, FetchOutcome> ended)
            throws FailureException, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var fetches = new ExecutorCompletionService<Optional<FetchOutcome>>(threads);
            try {
                for (var segment : wanted) {
                    fetches.submit(() -> fetchOne(segment, share, requests, ended));
                }
                return outcomes(fetches, wanted.size());
            } finally {
                stopped = true;
                threads.shutdownNow();
            }
        }
    }

    /** Empty when it is left to others. */
    private Optional<FetchOutcome> fetchOne(
            Segment segment,
            BatchShare share,
            Function<Segment, SegmentRequest> requests,
            BiConsumer<Segment, FetchOutcome> ended)
            throws InterruptedException {
        var request = requests.apply(segment);
        // Held until the outcome is written: whatever kills this worker, no more files are unaccounted for than
        // it has connections.
        try (var connections = Connections.to(request.url(), budget, patience)) {
            mustGoOn();
            if (!share.begins(segment)) {
                return Optional.empty();
            }
            var outcome = fetcher.fetch(request, connections, share::coming);
            mustGoOn();
            ended.accept(segment, outcome);
            return Optional.of(outcome);
        } catch (OriginRests e) {
            return Optional.of(new FetchOutcome.Failed(FetchFailure.rests(request.url(), e)));
        }
    }

    private void mustGoOn() throws InterruptedException {
        if (stopped || Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("the rest is left");
        }
    }

    private static List<FetchOutcome> outcomes(CompletionService<Optional<FetchOutcome>> fetches, int count)
            throws FailureException, InterruptedException {
        var outcomes = new ArrayList<FetchOutcome>();
        for (int ended = 0; ended < count; ended++) {
            var outcome = next(fetches);
            if (outcome.isPresent() && outcome.get() instanceof FetchOutcome.Failed(Failure.OurOutage away)) {
                throw new FailureException(away);
            }
            outcome.ifPresent(outcomes::add);
        }
        return outcomes;
    }

    private static Optional<FetchOutcome> next(CompletionService<Optional<FetchOutcome>> fetches)
            throws InterruptedException {
        try {
            return fetches.take().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException unexpected
                    ? unexpected
                    : new IllegalStateException(e.getCause());
        }
    }
}
