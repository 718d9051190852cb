package org.webinararchiver.platform.task;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.webinararchiver.core.task.Lease;
import org.webinararchiver.core.task.Task;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.core.task.TaskState;

/** A task as a row, and back. */
final class TaskRow {
    private TaskRow() {}

    /** A task and the database's time, by which what happens to it is judged. */
    record Timed(Task task, Instant now) {}

    /**
     * Reads a task and keeps everybody else from changing it until the transaction ends. Asked for every task that
     * ends, and so without Hibernate, which for each such query works out anew what its columns are.
     */
    static Optional<Timed> locked(EntityManager database, UUID id) {
        return database.unwrap(Session.class).doReturningWork(connection -> {
            try (var query = connection.prepareStatement("""
                    select id, recording_id, kind, state, attempts, fence, due_at, lease_holder, lease_until,
                           clock_timestamp() as now
                    from task where id = ? for update
                    """)) {
                query.setObject(1, id);
                try (var rows = query.executeQuery()) {
                    return rows.next() ? Optional.of(new Timed(task(rows), time(rows, "now"))) : Optional.empty();
                }
            }
        });
    }

    private static Task task(ResultSet row) throws SQLException {
        var holder = row.getString("lease_holder");
        return new Task(
                row.getObject("id", UUID.class),
                row.getObject("recording_id", UUID.class),
                TaskKind.valueOf(row.getString("kind")),
                TaskState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getLong("fence"),
                time(row, "due_at"),
                holder == null ? Optional.empty() : Optional.of(new Lease(holder, time(row, "lease_until"))));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Writes what a transition has changed. A task that waits becomes ready when it is due, by {@link Ripening}. */
    static void write(EntityManager database, Task task) {
        database.createNativeQuery("""
                        update task
                        set state = :state, attempts = :attempts, fence = :fence, due_at = :due,
                            lease_holder = :holder, lease_until = :until, ready = false, held = false,
                            announced_at = null,
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
