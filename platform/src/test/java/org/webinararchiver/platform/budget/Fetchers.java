package org.webinararchiver.platform.budget;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.webinararchiver.platform.budget.ConnectionBudget.Permit;

/** Threads that each use one connection after the other until they are stopped. */
final class Fetchers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger everywhere;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger most;
    private final AtomicInteger fetched = new AtomicInteger();

    /**
     * @param everywhere counts what is open of all fetchers together
     * @param most keeps the highest of these counts
     */
    Fetchers(ConnectionBudget budget, String host, int count, AtomicInteger everywhere, AtomicInteger most) {
        this.everywhere = everywhere;
        this.most = most;
        for (int number = 0; number < count; number++) {
            threads.submit(() -> {
                while (!Thread.currentThread().isInterrupted()) {
                    fetch(budget.acquire(host, PATIENCE));
                }
                return true;
            });
        }
    }

    private void fetch(Permit permit) {
        open.incrementAndGet();
        most.accumulateAndGet(everywhere.incrementAndGet(), Math::max);
        Thread.yield();
        fetched.incrementAndGet();
        everywhere.decrementAndGet();
        open.decrementAndGet();
        permit.close();
    }

    int fetched() {
        return fetched.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
