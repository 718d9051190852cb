package org.webinararchiver.platform.task;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.webinararchiver.core.task.Lease;
import org.webinararchiver.core.task.Task;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.core.task.TaskState;

/** A task as a row, and back. */
final class TaskRow {
    private TaskRow() {}

    /** A task and the database's time, by which what happens to it is judged. */
    record Timed(Task task, Instant now) {}

    /** Reads a task and keeps everybody else from changing it until the transaction ends. */
    static Optional<Timed> locked(EntityManager database, UUID id) {
        return rows(database.createNativeQuery("""
                                select id, recording_id, kind, state, attempts, fence, due_at, lease_holder, lease_until,
                                       clock_timestamp() as now
                                from task where id = :id for update
                                """, Tuple.class).setParameter("id", id)).stream()
                .findFirst()
                .map(row -> new Timed(task(row), row.get("now", Instant.class)));
    }

    private static Task task(Tuple row) {
        return new Task(
                row.get("id", UUID.class),
                row.get("recording_id", UUID.class),
                TaskKind.valueOf(row.get("kind", String.class)),
                TaskState.valueOf(row.get("state", String.class)),
                row.get("attempts", Integer.class),
                row.get("fence", Long.class),
                row.get("due_at", Instant.class),
                Optional.ofNullable(row.get("lease_holder", String.class))
                        .map(holder -> new Lease(holder, row.get("lease_until", Instant.class))));
    }

    /** Writes what a transition has changed. A task that waits becomes ready when it is due, by {@link Ripening}. */
    static void write(EntityManager database, Task task) {
        database.createNativeQuery("""
                        update task
                        set state = :state, attempts = :attempts, fence = :fence, due_at = :due,
                            lease_holder = :holder, lease_until = :until, ready = false, announced_at = null,
                            finished_at = case when :open then null else clock_timestamp() end
                        where id = :id
                        """)
                .setParameter("state", task.state().name())
                .setParameter("attempts", task.attempts())
                .setParameter("fence", task.fence())
                .setParameter("due", task.dueAt())
                .setParameter("holder", task.lease().map(Lease::holder).orElse(null))
                .setParameter("until", task.lease().map(Lease::until).orElse(null))
                .setParameter("open", task.state().isOpen())
                .setParameter("id", task.id())
                .executeUpdate();
    }

    @SuppressWarnings("unchecked") // the query was created for this class of result
    static List<Tuple> rows(Query query) {
        return query.getResultList();
    }
}
