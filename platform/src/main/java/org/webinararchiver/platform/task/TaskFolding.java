package org.webinararchiver.platform.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;

/**
 * Folds ended tasks into one row for each step of a recording, so that what is over does not slow down what is under
 * way. Runs in the caller's transaction.
 */
@ApplicationScoped
public class TaskFolding {
    private static final int AT_ONCE = 5_000;

    private final EntityManager database;

    public TaskFolding(EntityManager database) {
        this.database = database;
    }

    /**
     * Folds tasks that ended longer ago than this, of recordings that have ended too.
     *
     * @return how many steps were folded; when there may be more, it is worth asking again
     */
    public int fold(Duration age) {
        return database.createNativeQuery("""
                        with old as (
                            select task.id from task join recording on recording.id = task.recording_id
                            where task.state in ('DONE', 'FAILED', 'CANCELLED')
                              and task.finished_at < clock_timestamp() - :age * interval '1 millisecond'
                              and recording.state in ('PROCESSED', 'UPLOADED', 'FAILED', 'SKIPPED', 'CANCELLED')
                            order by task.finished_at
                            limit :limit
                            for update of task skip locked),
                        ended as (
                            delete from task where id in (select id from old)
                            returning recording_id, kind, state, attempts)
                        insert into task_fold (recording_id, kind, done, failed, attempts)
                        select recording_id, kind, count(*) filter (where state = 'DONE'),
                               count(*) filter (where state <> 'DONE'), sum(attempts)
                        from ended
                        group by recording_id, kind
                        on conflict (recording_id, kind) do update
                        set done = task_fold.done + excluded.done, failed = task_fold.failed + excluded.failed,
                            attempts = task_fold.attempts + excluded.attempts
                        """)
                .setParameter("age", age.toMillis())
                .setParameter("limit", AT_ONCE)
                .executeUpdate();
    }
}
