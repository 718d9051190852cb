package org.webinararchiver.platform.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.webinararchiver.core.task.TaskKind;

/**
 * Who gets which task. Owners take turns, then the recordings of an owner, then priority decides, then age. The turns
 * are small rows that say who came last; the index on ready tasks finds who comes next without looking at all that
 * waits.
 *
 * <p>The claim is {@link org.webinararchiver.core.task.Transition.Claim} in SQL, since choosing and taking must be one
 * statement; a test compares the two over random histories.
 */
@ApplicationScoped
public class TaskClaims {
    /** When all ready tasks of whose turn it is are being taken by others just now, the next one's turn comes. */
    private static final int TURNS_TO_TRY = 4;

    private final EntityManager database;

    public TaskClaims(EntityManager database) {
        this.database = database;
    }

    /** Whose turn it is. */
    private record Turn(TaskKind kind, String owner, UUID recording) {}

    /** Takes a ready task of this kind in the caller's transaction. */
    public Optional<ClaimedTask> claim(TaskKind kind, String holder, Duration lease) {
        for (int tries = 0; tries < TURNS_TO_TRY; tries++) {
            var turn = next(kind);
            if (turn.isEmpty()) {
                return Optional.empty();
            }
            var taken = take(turn.get(), holder, lease);
            note(turn.get());
            if (taken.isPresent()) {
                return taken;
            }
        }
        return Optional.empty();
    }

    private Optional<Turn> next(TaskKind kind) {
        return TaskRow.rows(database.createNativeQuery("""
                                with next_owner as (
                                    select coalesce(
                                        (select owner from task
                                          where kind = :kind and state = 'WAITING' and ready
                                            and owner > (select owner from owner_turn where kind = :kind)
                                          order by owner limit 1),
                                        (select owner from task
                                          where kind = :kind and state = 'WAITING' and ready
                                          order by owner limit 1)) as owner)
                                select owner, coalesce(
                                    (select recording_id from task
                                      where kind = :kind and state = 'WAITING' and ready and owner = next_owner.owner
                                        and recording_id > (select recording_id from recording_turn
                                                             where kind = :kind and owner = next_owner.owner)
                                      order by recording_id limit 1),
                                    (select recording_id from task
                                      where kind = :kind and state = 'WAITING' and ready and owner = next_owner.owner
                                      order by recording_id limit 1)) as recording_id
                                from next_owner where owner is not null
                                """, Tuple.class).setParameter("kind", kind.name())).stream()
                .findFirst()
                .filter(row -> row.get("recording_id") != null)
                .map(row -> new Turn(kind, row.get("owner", String.class), row.get("recording_id", UUID.class)));
    }

    private Optional<ClaimedTask> take(Turn turn, String holder, Duration lease) {
        return TaskRow.rows(database.createNativeQuery("""
                                update task
                                set state = 'LEASED', lease_holder = :holder, attempts = attempts + 1, fence = fence + 1,
                                    lease_until = clock_timestamp() + :lease * interval '1 millisecond', ready = false
                                where id = (
                                    select id from task
                                    where kind = :kind and owner = :owner and recording_id = :recording
                                      and state = 'WAITING' and ready
                                    order by priority desc, id
                                    limit 1
                                    for update skip locked)
                                returning id, recording_id, attempts, fence
                                """, Tuple.class)
                        .setParameter("kind", turn.kind().name())
                        .setParameter("owner", turn.owner())
                        .setParameter("recording", turn.recording())
                        .setParameter("holder", holder)
                        .setParameter("lease", lease.toMillis()))
                .stream()
                .findFirst()
                .map(row -> new ClaimedTask(
                        row.get("id", UUID.class),
                        row.get("recording_id", UUID.class),
                        turn.kind(),
                        row.get("attempts", Integer.class),
                        row.get("fence", Long.class)));
    }

    /** Notes that this one had a turn. Whoever finds the row held by another notes nothing: a turn is no lock. */
    private void note(Turn turn) {
        database.createNativeQuery("""
                        with owner_row as (
                            select kind from owner_turn where kind = :kind for update skip locked),
                        owner_noted as (
                            update owner_turn set owner = :owner where kind in (select kind from owner_row)),
                        recording_row as (
                            select kind, owner from recording_turn
                            where kind = :kind and owner = :owner for update skip locked),
                        recording_noted as (
                            update recording_turn set recording_id = :recording
                            where (kind, owner) in (select kind, owner from recording_row)),
                        first_owner as (
                            insert into owner_turn (kind, owner)
                            select :kind, :owner where not exists (select from owner_turn where kind = :kind)
                            on conflict do nothing)
                        insert into recording_turn (kind, owner, recording_id)
                        select :kind, :owner, :recording
                        where not exists (select from recording_turn where kind = :kind and owner = :owner)
                        on conflict do nothing
                        """)
                .setParameter("kind", turn.kind().name())
                .setParameter("owner", turn.owner())
                .setParameter("recording", turn.recording())
                .executeUpdate();
    }
}
