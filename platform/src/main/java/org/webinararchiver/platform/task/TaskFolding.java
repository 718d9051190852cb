package org.webinararchiver.platform.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Folds ended tasks into one row for each step of a recording, so that what is over does not slow down what is under
 * way. Runs in the caller's transaction, a batch at a time.
 */
@ApplicationScoped
public class TaskFolding {
    /** How many ended tasks a batch looks at, and so folds at most. */
    static final int AT_ONCE = 5_000;

    private final EntityManager database;

    public TaskFolding(EntityManager database) {
        this.database = database;
    }

    /** Up to which ended task they were looked at, in the order in which they ended. */
    public record Place(Instant endedAt, UUID task) {
        /** Before all tasks. */
        public static final Place START = new Place(Instant.EPOCH, new UUID(0, 0));
    }

    /**
     * What a batch has done.
     *
     * @param tasks how many were folded
     * @param next where the next batch begins; empty when there are no more
     */
    public record Batch(long tasks, Optional<Place> next) {}

    /**
     * Looks at the tasks after this place that ended longer ago than this, and folds those of recordings that have
     * ended too. The others stay where they are, which is why the next batch must begin after them.
     */
    public Batch fold(Duration age, Place after) {
        return TaskRow.rows(database.createNativeQuery("""
                                with looked_at as materialized (
                                    select id, recording_id, finished_at from task
                                    where state in ('DONE', 'FAILED', 'CANCELLED')
                                      and (finished_at, id) > (:endedAt, :task)
                                      and finished_at < (select clock_timestamp() - :age * interval '1 millisecond')
                                    order by finished_at, id
                                    limit %d),
                                folded as (
                                    delete from task
                                    where state in ('DONE', 'FAILED', 'CANCELLED') and id = any (array(
                                        select id from looked_at
                                        where (select state in ('PROCESSED', 'UPLOADED', 'FAILED', 'SKIPPED', 'CANCELLED')
                                                 from recording where recording.id = looked_at.recording_id)))
                                    returning recording_id, kind, state, attempts),
                                counted as (
                                    insert into task_fold (recording_id, kind, done, failed, attempts)
                                    select recording_id, kind, count(*) filter (where state = 'DONE'),
                                           count(*) filter (where state <> 'DONE'), sum(attempts)
                                    from folded
                                    group by recording_id, kind
                                    order by recording_id, kind
                                    on conflict (recording_id, kind) do update
                                    set done = task_fold.done + excluded.done,
                                        failed = task_fold.failed + excluded.failed,
                                        attempts = task_fold.attempts + excluded.attempts)
                                select finished_at, id, (select count(*) from looked_at) as looked_at,
                                       (select count(*) from folded) as folded
                                from looked_at order by finished_at desc, id desc limit 1
                                """.formatted(AT_ONCE), Tuple.class)
                        .setParameter("endedAt", after.endedAt())
                        .setParameter("task", after.task())
                        .setParameter("age", age.toMillis()))
                .stream()
                .findFirst()
                .map(TaskFolding::batch)
                .orElse(new Batch(0, Optional.empty()));
    }

    private static Batch batch(Tuple row) {
        var last = new Place(row.get("finished_at", Instant.class), row.get("id", UUID.class));
        var isFull = row.get("looked_at", Long.class) == AT_ONCE;
        return new Batch(row.get("folded", Long.class), isFull ? Optional.of(last) : Optional.empty());
    }
}
