package org.webinararchiver.platform.pipeline;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.task.TaskFolding;
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
    private static final int AT_ONCE = 100;

    private final Recordings recordings;
    private final TaskLedger tasks;
    private final TaskFolding folding;
    private final Pipeline pipeline;
    private final Transactions transactions;
    private final ReconcilerSettings settings;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("reconciler").factory());

    public Reconciler(
            Recordings recordings,
            TaskLedger tasks,
            TaskFolding folding,
            Pipeline pipeline,
            Transactions transactions,
            ReconcilerSettings settings) {
        this.recordings = recordings;
        this.tasks = tasks;
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
            transactions.run(() -> folding.fold(settings.keepEndedTasks()));
        } catch (RuntimeException e) {
            LOG.warnf("recordings could not be looked through, it is tried again: %s", e.getMessage());
        }
    }

    /** Answers how many recordings were stuck. */
    public int reconcile() {
        var stuck = transactions.call(this::stuck);
        stuck.forEach(id -> transactions.run(() -> putRight(id)));
        return stuck.size();
    }

    @SuppressWarnings("unchecked") // the query was created for this class of result
    private List<UUID> stuck() {
        return recordings
                .getEntityManager()
                .createNativeQuery("""
                        select id from recording
                        where state in ('PENDING', 'DOWNLOADING', 'DOWNLOADED', 'PROCESSING')
                          and not exists (select from task
                                           where task.recording_id = recording.id and task.state in ('WAITING', 'LEASED'))
                        order by id
                        limit :limit
                        """, UUID.class)
                .setParameter("limit", AT_ONCE)
                .getResultList();
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
