package org.webinararchiver.trial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.task.Attempt;
import org.webinararchiver.platform.task.ClaimedTask;
import org.webinararchiver.platform.task.Effect;
import org.webinararchiver.platform.task.TaskHandler;

/**
 * Takes the place of planning. All that a task leaves is a row that says who did it and when it was begun; the table
 * {@code trial (task uuid, fence bigint, process bigint, started_at timestamptz)} is made by whoever holds the trial,
 * and has no key, so that a task whose effect is written twice can be seen.
 */
@ApplicationScoped
public class TrialHandler implements TaskHandler {
    private final EntityManager database;
    private final TrialSettings settings;
    private final Clock clock = Clock.systemUTC();

    public TrialHandler(EntityManager database, TrialSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.PLAN;
    }

    @Override
    public Effect work(Attempt attempt) throws InterruptedException {
        var started = clock.instant();
        Thread.sleep(settings.work());
        return recording -> note(attempt.task(), started);
    }

    private void note(ClaimedTask task, Instant started) {
        database.createNativeQuery("insert into trial values (:task, :fence, :process, :started)")
                .setParameter("task", task.id())
                .setParameter("fence", task.fence())
                .setParameter("process", ProcessHandle.current().pid())
                .setParameter("started", started)
                .executeUpdate();
    }

    /** A task that is given up leaves no row, which is what a trial looks for. */
    @Override
    public void givenUp(ClaimedTask task, Recording recording, Failure failure) {}
}
