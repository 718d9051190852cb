package org.webinararchiver.platform.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.task.IllegalTransition;
import org.webinararchiver.core.task.Task;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.core.task.Transition;
import org.webinararchiver.core.task.Transition.ByHolder;

/**
 * The tasks in PostgreSQL, where the truth about them is. Every method runs in the caller's transaction; all times are
 * of the database's clock, so that workers need not agree on theirs. What may happen to a task is said by
 * {@link Transition} alone; how tasks are chosen is said by {@link TaskClaims}.
 */
@ApplicationScoped
public class TaskLedger {
    private final EntityManager database;

    public TaskLedger(EntityManager database) {
        this.database = database;
    }

    /** Adds a task that is due at once. */
    public void add(UUID id, UUID recording, TaskKind kind) {
        database.createNativeQuery("""
                        insert into task (id, recording_id, owner, kind, state, priority, ready)
                        select :id, recording.id, recording.owner, :kind, 'WAITING', recording.priority,
                               not exists (select from pause
                                           where scope = 'ALL'
                                              or scope = 'OWNER' and subject = recording.owner
                                              or scope = 'RECORDING' and subject = cast(recording.id as text))
                        from recording where recording.id = :recording
                        """)
                .setParameter("id", id)
                .setParameter("recording", recording)
                .setParameter("kind", kind.name())
                .executeUpdate();
    }

    /**
     * Lets something happen to a task.
     *
     * @return the task afterwards
     * @throws IllegalTransition when it stands so that it cannot
     * @throws LeaseLost the same, where only the task's holder could
     */
    public Task apply(UUID id, Transition transition) {
        var found = TaskRow.locked(database, id).orElseThrow(() -> new LeaseLost(id));
        if (transition instanceof ByHolder && !transition.isPossible(found.task(), found.now())) {
            throw new LeaseLost(id);
        }
        var after = transition.apply(found.task(), found.now());
        TaskRow.write(database, after);
        return after;
    }

    /** As {@link #apply(UUID, Transition)}, and notes why. */
    public Task apply(UUID id, Transition transition, Failure why) {
        var after = apply(id, transition);
        database.createNativeQuery(
                        "update task set failure_reason = :reason, failure_message = :message where id = :id")
                .setParameter("reason", why.reason())
                .setParameter("message", why.message())
                .setParameter("id", id)
                .executeUpdate();
        return after;
    }

    /**
     * Keeps everybody else from taking the task until the transaction ends.
     *
     * @throws LeaseLost when somebody else has taken it already
     */
    public void mustHold(ClaimedTask task) {
        var held = database.createNativeQuery(
                        "select 1 from task where id = :id and fence = :fence and state = 'LEASED' for share")
                .setParameter("id", task.id())
                .setParameter("fence", task.fence())
                .getResultList();
        if (held.isEmpty()) {
            throw new LeaseLost(task.id());
        }
    }

    /** Holds the task for longer and notes how far it is; false when it is no longer this holder's. */
    public boolean extend(ClaimedTask task, Duration lease, double progress) {
        var found = TaskRow.locked(database, task.id());
        var extension = new Transition.Extend(task.fence(), lease);
        if (found.isEmpty()
                || !extension.isPossible(found.get().task(), found.get().now())) {
            return false;
        }
        TaskRow.write(database, extension.apply(found.get().task(), found.get().now()));
        database.createNativeQuery("update task set progress = :progress where id = :id")
                .setParameter("progress", (float) progress)
                .setParameter("id", task.id())
                .executeUpdate();
        return true;
    }

    /** Hands back what is held under these names. */
    void handBack(List<String> holders) {
        TaskRow.rows(database.createNativeQuery("""
                                select id, fence from task
                                where state = 'LEASED' and lease_holder in (:holders) order by id for update
                                """, Tuple.class).setParameter("holders", holders))
                .forEach(held -> apply(
                        held.get("id", UUID.class),
                        new Transition.HandBack(held.get("fence", Long.class), Duration.ZERO)));
    }

    /** Frees every task, whoever holds it. Only for somebody who knows that no worker lives. */
    public int freeAll() {
        return database.createNativeQuery(
                        "update task set lease_until = clock_timestamp() - interval '1 hour' where state = 'LEASED'")
                .executeUpdate();
    }

    /** How many tasks of this kind the recording has that may still do something. */
    public long open(UUID recording, TaskKind kind) {
        return ((Number) database.createNativeQuery("""
                                select count(*) from task
                                where recording_id = :recording and kind = :kind and state in ('WAITING', 'LEASED')
                                """)
                        .setParameter("recording", recording)
                        .setParameter("kind", kind.name())
                        .getSingleResult())
                .longValue();
    }

    /** How far the running task of this kind is, from 0 to 1; zero when none runs. */
    public double progress(UUID recording, TaskKind kind) {
        return progress(List.of(recording), kind).getOrDefault(recording, 0.0);
    }

    /** How far the running tasks of this kind are, from 0 to 1; recordings of which none runs are not among them. */
    public Map<UUID, Double> progress(Collection<UUID> recordings, TaskKind kind) {
        return TaskRow.rows(database.createNativeQuery("""
                                select recording_id, max(progress) as progress from task
                                where recording_id in (:recordings) and kind = :kind and state = 'LEASED'
                                group by recording_id
                                """, Tuple.class)
                        .setParameter("recordings", recordings)
                        .setParameter("kind", kind.name()))
                .stream()
                .collect(Collectors.toMap(
                        row -> row.get("recording_id", UUID.class),
                        row -> row.get("progress", Number.class).doubleValue()));
    }

    /** A recording that somebody works at. */
    public record Worked(UUID recording, String owner) {}

    /**
     * The recordings that somebody works at just now: no more than there are workers.
     *
     * @param owners whose recordings; empty for everybody's
     */
    @SuppressWarnings("unchecked") // the query was created for this class of result
    public List<Worked> workedAt(Optional<Set<String>> owners) {
        var query = database.createNativeQuery(
                "select distinct recording_id, owner from task where state = 'LEASED'"
                        + (owners.isPresent() ? " and owner in (:owners)" : ""),
                Tuple.class);
        owners.ifPresent(some -> query.setParameter("owners", some));
        List<Tuple> rows = query.getResultList();
        return rows.stream()
                .map(row -> new Worked(row.get("recording_id", UUID.class), row.get("owner", String.class)))
                .toList();
    }

    /** Ends all that is open of a recording; workers notice at their next heartbeat. */
    public void cancelOpen(UUID recording) {
        idsOf(recording, "WAITING", "LEASED").forEach(id -> apply(id, new Transition.Cancel()));
    }

    /** Begins again with all that was given up of a recording. Answers how many tasks that are. */
    public int restartFailed(UUID recording) {
        var failed = idsOf(recording, "FAILED");
        failed.forEach(id -> apply(id, new Transition.Restart()));
        return failed.size();
    }

    /** In the order of their ids, in which everybody locks several tasks. */
    @SuppressWarnings("unchecked") // the query was created for this class of result
    private List<UUID> idsOf(UUID recording, String... states) {
        return database.createNativeQuery(
                        "select id from task where recording_id = :recording and state in (:states) order by id",
                        UUID.class)
                .setParameter("recording", recording)
                .setParameter("states", List.of(states))
                .getResultList();
    }
}
