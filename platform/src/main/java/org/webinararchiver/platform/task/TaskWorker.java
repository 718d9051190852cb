package org.webinararchiver.platform.task;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.task.RetryPolicy;

/**
 * Does tasks of one kind, several at once. Every free place claims task after task until none is due, then rests until
 * a wake-up comes or it is time to look by itself; so a broker that is silent costs seconds, never work.
 */
public final class TaskWorker implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(TaskWorker.class);
    private static final long SECONDS_TO_STOP = 20;

    private final TaskHandler handler;
    private final TaskLedger ledger;
    private final TaskClaims claims;
    private final Ripening ripening;
    private final TaskEndings endings;
    private final Transactions transactions;
    private final TaskSettings settings;
    private final RetryPolicy policy;
    private final String holder;

    private final Semaphore places;
    private final AtomicBoolean wokenWhileBusy = new AtomicBoolean();
    private final Set<RunningAttempt> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService clockwork;
    private volatile boolean closing;

    public TaskWorker(
            TaskHandler handler,
            int atOnce,
            TaskLedger ledger,
            TaskClaims claims,
            Ripening ripening,
            TaskEndings endings,
            Transactions transactions,
            TaskSettings settings) {
        this.handler = handler;
        this.ledger = ledger;
        this.claims = claims;
        this.ripening = ripening;
        this.endings = endings;
        this.transactions = transactions;
        this.settings = settings;
        this.policy = RetryPolicy.DEFAULT;
        this.holder =
                "%s@%d".formatted(UUID.randomUUID(), ProcessHandle.current().pid());
        this.places = new Semaphore(atOnce);
        this.clockwork = Executors.newScheduledThreadPool(
                2,
                Thread.ofPlatform().daemon().name("tasks-" + handler.kind(), 0).factory());
    }

    /** Begins to look for work and to keep leases alive. */
    public void start() {
        every(settings.poll().toMillis(), this::lookForWork);
        every(settings.heartbeat().toMillis(), this::heartbeat);
    }

    private void lookForWork() {
        transactions.run(ripening::ripen);
        wake();
    }

    private void every(long millis, Runnable step) {
        clockwork.scheduleWithFixedDelay(() -> guarded(step), 0, millis, TimeUnit.MILLISECONDS);
    }

    /** A step that fails once, for example because the database is away, must not end the clockwork. */
    private static void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.warnf("%s", e.getMessage());
            LOG.debug("the whole failure", e);
        }
    }

    /** Some task may be due. Answers at once; what there is to do is done on a thread of its own. */
    public void wake() {
        if (closing) {
            return;
        }
        if (places.tryAcquire()) {
            threads.execute(this::workWhileThereIsAny);
        } else {
            wokenWhileBusy.set(true);
        }
    }

    private void workWhileThereIsAny() {
        try {
            guarded(() -> {
                var next = claim();
                while (next.isPresent()) {
                    run(next.get());
                    next = claim();
                }
            });
        } finally {
            places.release();
        }
        if (wokenWhileBusy.getAndSet(false)) {
            wake();
        }
    }

    private Optional<ClaimedTask> claim() {
        if (closing) {
            return Optional.empty();
        }
        return transactions.call(() -> claims.claim(handler.kind(), holder, settings.lease()));
    }

    private void run(ClaimedTask task) {
        var attempt = new RunningAttempt(task, Thread.currentThread());
        running.add(attempt);
        try {
            endings.succeeded(task, work(attempt));
        } catch (LeaseLost e) {
            LOG.infof("%s; its result is dropped", e.getMessage());
        } catch (InterruptedException e) {
            stopped(attempt);
        } catch (FailureException e) {
            endings.failed(task, handler, policy, e.failure());
        } catch (IOException e) {
            LOG.debugf(e, "%s task %s, attempt %d", task.kind(), task.id(), task.attempt());
            endings.failed(task, handler, policy, brokenOff(e));
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s task %s, attempt %d", task.kind(), task.id(), task.attempt());
            endings.failed(task, handler, policy, unexpected(e));
        } finally {
            running.remove(attempt);
        }
    }

    /** The lease is kept while the outcome is being written, but nothing interrupts that any more. */
    private Effect work(RunningAttempt attempt) throws FailureException, IOException, InterruptedException {
        try {
            return outcome(attempt);
        } finally {
            attempt.worked();
        }
    }

    private Effect outcome(RunningAttempt attempt) throws FailureException, IOException, InterruptedException {
        if (attempt.task().attempt() > policy.attempts()) {
            throw new FailureException(new Failure.OfTask(
                    "worker-lost",
                    "Every worker that took this task up ended in the middle of it.",
                    "Look into the workers' logs for what ended them, then submit the link again."));
        }
        return handler.work(attempt);
    }

    private void stopped(RunningAttempt attempt) {
        if (attempt.isLost()) {
            LOG.infof(
                    "%s task %s is no longer ours; stopped",
                    attempt.task().kind(), attempt.task().id());
        } else {
            endings.handedBack(attempt.task());
        }
    }

    private static Failure brokenOff(IOException e) {
        return new Failure.Retryable(
                "broken-off",
                wordsOf(e),
                "Look whether the network and the other side are up, then submit the link again.");
    }

    private static Failure unexpected(RuntimeException e) {
        return new Failure.Retryable(
                "unexpected", wordsOf(e), "This is a fault of ours; the log says more. Submit the link again later.");
    }

    private static String wordsOf(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private void heartbeat() {
        for (var attempt : running) {
            var held = transactions.call(() -> ledger.extend(attempt.task(), settings.lease(), attempt.progress()));
            if (!held) {
                attempt.lost();
            }
        }
    }

    /** Takes no more work, stops what runs and gives it back. */
    @Override
    public void close() {
        closing = true;
        running.forEach(RunningAttempt::stop);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOG.warnf("some %s tasks did not stop in time; their leases will run out", handler.kind());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clockwork.shutdownNow();
    }
}
