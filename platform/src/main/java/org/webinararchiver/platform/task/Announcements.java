package org.webinararchiver.platform.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.webinararchiver.core.task.TaskKind;

/** Which tasks the workers are told of. Runs in the caller's transaction. */
@ApplicationScoped
public class Announcements {
    private final EntityManager database;

    public Announcements(EntityManager database) {
        this.database = database;
    }

    /**
     * Ready tasks of which no worker was told lately; they count as told from now on. Busy workers look for the next
     * task without being told, so a queue need only be as deep as workers that idle can hear.
     *
     * @param depth how many tasks of a kind may be such that workers were told of them and none has taken them
     * @param again after this time a task that nobody took counts as not told
     */
    public List<WakeUp> next(int depth, Duration again) {
        return TaskRow.rows(database.createNativeQuery("""
                                with due as (
                                    select found.id
                                    from unnest(cast(:kinds as text[])) as kinds (kind)
                                    cross join lateral (
                                        select count(*) as depth
                                        from (select from task
                                               where task.kind = kinds.kind and state = 'WAITING' and ready
                                                 and coalesce(announced_at, '-infinity')
                                                     > (select clock_timestamp() - :again * interval '1 millisecond')
                                               order by coalesce(announced_at, '-infinity') desc
                                               limit :depth) as told) as queue
                                    cross join lateral (
                                        select id from task
                                         where task.kind = kinds.kind and state = 'WAITING' and ready
                                           and coalesce(announced_at, '-infinity')
                                               <= (select clock_timestamp() - :again * interval '1 millisecond')
                                         order by coalesce(announced_at, '-infinity')
                                         limit greatest(0, :depth - queue.depth)
                                         for update skip locked) as found)
                                update task set announced_at = clock_timestamp()
                                where id = any (array(select id from due))
                                returning id, kind
                                """, Tuple.class)
                        .setParameter(
                                "kinds",
                                Arrays.stream(TaskKind.values()).map(Enum::name).toArray(String[]::new))
                        .setParameter("again", again.toMillis())
                        .setParameter("depth", depth))
                .stream()
                .map(row -> new WakeUp(row.get("id", UUID.class), TaskKind.valueOf(row.get("kind", String.class))))
                .toList();
    }

    /** Nobody could be told of these after all; they are announced again with the next ones. */
    public void takeBack(List<WakeUp> untold) {
        database.createNativeQuery("update task set announced_at = null where id in (:ids)")
                .setParameter("ids", untold.stream().map(WakeUp::task).toList())
                .executeUpdate();
    }
}
