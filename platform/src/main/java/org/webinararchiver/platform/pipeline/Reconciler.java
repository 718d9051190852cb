package org.webinararchiver.platform.pipeline;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.task.FoldingRounds;
import org.webinararchiver.platform.task.TaskLedger;
import org.webinararchiver.platform.task.Transactions;

/**
 * Finds recordings that are under way although no task of theirs is open, and gives them the task of their step again.
 * That should never be necessary; if it is, a recording must not be stuck for ever because of it. It also has the tasks
 * of recordings that ended some time ago folded away.
 */
@ApplicationScoped
public class Reconciler {
    private static final Logger LOG = Logger.getLogger(Reconciler.class);

    private final Recordings recordings;
    private final TaskLedger tasks;
    private final UnderWay underWay;
    private final FoldingRounds folding;
    private final Pipeline pipeline;
    private final Transactions transactions;
    private final ReconcilerSettings settings;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("reconciler").factory());

    public Reconciler(
            Recordings recordings,
            TaskLedger tasks,
            UnderWay underWay,
            FoldingRounds folding,
            Pipeline pipeline,
            Transactions transactions,
            ReconcilerSettings settings) {
        this.recordings = recordings;
        this.tasks = tasks;
        this.underWay = underWay;
        this.folding = folding;
        this.pipeline = pipeline;
        this.transactions = transactions;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        var interval = settings.interval().toMillis();
        clockwork.scheduleWithFixedDelay(this::guarded, interval, interval, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clockwork.shutdownNow();
    }

    private void guarded() {
        try {
            reconcile();
            folding.next(settings.keepEndedTasks());
        } catch (RuntimeException e) {
            LOG.warnf("recordings could not be looked through, it is tried again: %s", e.getMessage());
        }
    }

    /** Answers how many recordings were stuck. */
    public int reconcile() {
        int stuck = 0;
        var from = Optional.of(UnderWay.START);
        while (from.isPresent()) {
            var after = from.get();
            var page = transactions.call(() -> underWay.after(after));
            page.stuck().forEach(id -> transactions.run(() -> putRight(id)));
            stuck += page.stuck().size();
            from = page.last();
        }
        return stuck;
    }

    /** Looks again under the lock: the recording may have gone on since. */
    private void putRight(UUID id) {
        var recording = recordings.locked(id);
        if (recording.state().isFinal() || hasOpenTask(id)) {
            return;
        }
        LOG.errorf("recording %s is %s without an open task; its step is begun again", id, recording.state());
        beginStepAgain(recording);
    }

    private boolean hasOpenTask(UUID id) {
        for (var kind : TaskKind.values()) {
            if (tasks.open(id, kind) > 0) {
                return true;
            }
        }
        return false;
    }

    private void beginStepAgain(Recording recording) {
        switch (recording.state()) {
            case PENDING -> pipeline.submitted(recording);
            case DOWNLOADING -> pipeline.downloadInterrupted(recording);
            case DOWNLOADED, PROCESSING -> pipeline.add(recording, TaskKind.COMPILE);
            case PROCESSED, UPLOADING, UPLOADED, FAILED, SKIPPED, CANCELLED -> {}
        }
    }
}
