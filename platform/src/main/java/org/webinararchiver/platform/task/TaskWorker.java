package org.webinararchiver.platform.task;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.webinararchiver.core.failure.Failure.OurOutage;
import org.webinararchiver.core.task.BackOff;
import org.webinararchiver.core.task.RetryPolicy;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.database.DatabaseAway;
import org.webinararchiver.platform.time.SteadyTime;

/**
 * Does tasks of one kind, several at once. Every free place claims task after task until none is due, then rests until
 * a wake-up comes or it is time to look by itself; so a broker that is silent costs seconds, never work.
 */
public final class TaskWorker implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(TaskWorker.class);
    private static final long SECONDS_TO_STOP = 20;

    private final TaskKind kind;
    private final TaskLedger ledger;
    private final Ripening ripening;
    private final Transactions transactions;
    private final TaskSettings settings;

    private final Claimer claimer;
    private final Outages outages;
    private final PatientWriter writer = new PatientWriter();
    private final AttemptMaker attempts;
    private final Semaphore places;
    private final AtomicBoolean wokenWhileBusy = new AtomicBoolean();
    private final AtomicBoolean looksAfterRest = new AtomicBoolean();
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
            TaskSettings settings,
            AttemptWatch watch) {
        this.kind = handler.kind();
        this.ledger = ledger;
        this.ripening = ripening;
        this.transactions = transactions;
        this.settings = settings;
        this.claimer = new Claimer(kind, claims, ledger, transactions, settings.lease());
        this.outages =
                new Outages(kind, new BackOff(settings.outagePause(), settings.longestOutagePause()), new SteadyTime());
        this.attempts = new AttemptMaker(handler, endings, writer, RetryPolicy.DEFAULT, outages, this::wakeAll, watch);
        this.places = new Semaphore(atOnce);
        this.clockwork = Executors.newScheduledThreadPool(
                2, Thread.ofPlatform().daemon().name("tasks-" + kind, 0).factory());
    }

    /** Begins to look for work and to keep leases alive. */
    public void start() {
        every(settings.poll().toMillis(), this::lookForWork);
        every(settings.heartbeat().toMillis(), this::heartbeat);
    }

    private void lookForWork() {
        claimer.giveBackUnanswered();
        transactions.run(ripening::ripen);
        wake();
    }

    private void every(long millis, Runnable step) {
        clockwork.scheduleWithFixedDelay(() -> guarded(step), 0, millis, TimeUnit.MILLISECONDS);
    }

    /** A step that fails once must not end the clockwork. */
    private static void guarded(Runnable step) {
        try {
            step.run();
        } catch (DatabaseAway e) {
            LOG.debug("the database is away", e); // told once an outage by those who keep contact
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

    /** Others wait for what the one task that was tried in an outage has found out. */
    private void wakeAll() {
        for (int free = places.availablePermits(); free > 0; free--) {
            wake();
        }
    }

    private void workWhileThereIsAny() {
        try {
            guarded(() -> {
                while (workAtOne()) {}
            });
        } finally {
            places.release();
        }
        lookAfterRest();
        if (wokenWhileBusy.getAndSet(false)) {
            wake();
        }
    }

    /** Answers whether there was one. */
    private boolean workAtOne() {
        var begun = closing ? Optional.<Instant>empty() : outages.begin();
        if (begun.isEmpty()) {
            return false;
        }
        try {
            var task = claimer.claim();
            task.ifPresent(claimed -> workAt(claimed, begun.get()));
            return task.isPresent();
        } finally {
            outages.over(begun.get());
        }
    }

    private void workAt(ClaimedTask task, Instant begun) {
        var attempt = new RunningAttempt(task, begun, Thread.currentThread());
        running.add(attempt);
        if (closing) {
            attempt.stop(); // it may have come too late for close() to see it
        }
        try {
            attempts.make(attempt);
        } finally {
            running.remove(attempt);
        }
    }

    /** In an outage nothing is begun for a while, whatever wakes this worker; after that it looks by itself. */
    private void lookAfterRest() {
        var rest = outages.rest();
        if (!closing && rest.isPositive() && looksAfterRest.compareAndSet(false, true)) {
            clockwork.schedule(
                    () -> {
                        looksAfterRest.set(false);
                        guarded(this::lookForWork);
                    },
                    rest.toMillis() + 1,
                    TimeUnit.MILLISECONDS);
        }
    }

    /** The outage of one of our own servers that keeps this worker from its work. */
    Optional<OurOutage> outage() {
        return outages.present();
    }

    TaskKind kind() {
        return kind;
    }

    private void heartbeat() {
        running.forEach(attempt -> guarded(() -> extend(attempt)));
    }

    private void extend(RunningAttempt attempt) {
        if (!transactions.call(() -> ledger.extend(attempt.task(), settings.lease(), attempt.progress()))) {
            attempt.lost();
        }
    }

    /** Takes no more work, stops what runs and gives it back. */
    @Override
    public void close() {
        closing = true;
        writer.close();
        running.forEach(RunningAttempt::stop);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOG.warnf("some %s tasks did not stop in time; their leases will run out", kind);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clockwork.shutdownNow();
    }
}
