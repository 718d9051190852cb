package org.webinararchiver.platform.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
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

    /** Ready tasks of which no worker was told lately; they count as told from now on. */
    public List<WakeUp> next(int limit, Duration again) {
        return TaskRow.rows(database.createNativeQuery("""
                                update task set announced_at = clock_timestamp()
                                where id in (
                                    select id from task
                                    where state = 'WAITING' and ready
                                      and (announced_at is null
                                           or announced_at <= clock_timestamp() - :again * interval '1 millisecond')
                                    order by announced_at nulls first
                                    limit :limit
                                    for update skip locked)
                                returning id, kind
                                """, Tuple.class)
                        .setParameter("again", again.toMillis())
                        .setParameter("limit", limit))
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
