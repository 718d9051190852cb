package org.webinararchiver.platform.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.webinararchiver.core.task.TaskKind;

/**
 * Who gets which task. Owners take turns, then the recordings of an owner, then priority decides, then age. The turns
 * are small rows that say who came last; the index on ready tasks finds who comes next without looking at all that
 * waits.
 *
 * <p>Owners come in falling order, their recordings in rising order. A claim leaves a dead entry in the index until
 * vacuum removes it, and so the tasks that were claimed lie at the lower end of an owner's; whoever comes from the
 * owner above meets one that is ready before them.
 *
 * <p>The claim is {@link org.webinararchiver.core.task.Transition.Claim} in SQL, since choosing and taking must be one
 * step; a test compares the two over random histories. The function {@code claim_tasks} is in the migrations.
 */
@ApplicationScoped
public class TaskClaims {
    private final EntityManager database;

    public TaskClaims(EntityManager database) {
        this.database = database;
    }

    /** Takes a ready task of this kind in the caller's transaction. */
    public Optional<ClaimedTask> claim(TaskKind kind, String holder, Duration lease) {
        return claim(kind, holder, lease, 1).stream().findFirst();
    }

    /**
     * Takes ready tasks of this kind in the caller's transaction, in the order of their turns.
     *
     * @param atMost how many, 1 or more
     */
    public List<ClaimedTask> claim(TaskKind kind, String holder, Duration lease, int atMost) {
        return TaskRow.rows(database.createNativeQuery("""
                                select task_id, task_recording, task_attempts, task_fence
                                from claim_tasks(:kind, :holder, :lease * interval '1 millisecond', :places)
                                """, Tuple.class)
                        .setParameter("kind", kind.name())
                        .setParameter("holder", holder)
                        .setParameter("lease", lease.toMillis())
                        .setParameter("places", atMost))
                .stream()
                .map(row -> new ClaimedTask(
                        row.get("task_id", UUID.class),
                        row.get("task_recording", UUID.class),
                        kind,
                        row.get("task_attempts", Integer.class),
                        row.get("task_fence", Long.class)))
                .toList();
    }
}
