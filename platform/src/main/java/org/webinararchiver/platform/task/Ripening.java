package org.webinararchiver.platform.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.webinararchiver.platform.database.DatabaseContact;

/**
 * What time alone does to tasks: those whose pause is over become ready, those whose worker has been silent for the
 * length of its lease become free. Every worker and dispatcher does this now and then; doing it at once or twice is the
 * same. Runs in the caller's transaction.
 *
 * <p>The time is asked for in a subquery, {@code (select clock_timestamp())}: compared with the function itself, which
 * may say something else for each row, no index would end at what is due, and all that rests would be read.
 */
@ApplicationScoped
public class Ripening {
    /** Enough for any second of work, and few enough for a short transaction. */
    private static final int AT_ONCE = 5_000;

    private final EntityManager database;
    private final DatabaseContact contact;
    private final TaskSettings settings;

    public Ripening(EntityManager database, DatabaseContact contact, TaskSettings settings) {
        this.database = database;
        this.contact = contact;
        this.settings = settings;
    }

    /**
     * What is due becomes ready, or is put aside until the pause that it is under ends. After an outage of the database
     * no worker is held to have been silent before it had the length of a lease to say that it lives.
     *
     * @return how many tasks may be claimed that could not before
     */
    public int ripen() {
        if (contact.hasHeldFor(settings.lease())) {
            expire();
        }
        return PauseLock.toRead(database) ? ripenOrHold() : 0;
    }

    private int ripenOrHold() {
        return ((Number) database.createNativeQuery("""
                                with ripe as (
                                    update task
                                    set (ready, held) = (
                                        select not found.paused, found.paused
                                        from (select exists (
                                            select from pause
                                             where scope = 'ALL'
                                                or scope = 'OWNER' and subject = task.owner
                                                or scope = 'RECORDING' and subject = cast(task.recording_id as text)
                                            ) as paused) as found)
                                    where id = any (array(
                                        select id from task
                                        where state = 'WAITING' and not ready and not held
                                          and due_at <= (select clock_timestamp())
                                        order by due_at
                                        limit :limit
                                        for update skip locked))
                                    returning ready)
                                select count(*) from ripe where ready
                                """)
                        .setParameter("limit", AT_ONCE)
                        .getSingleResult())
                .intValue();
    }

    /** {@link org.webinararchiver.core.task.Transition.Expire}, for all whose time it is. */
    private void expire() {
        database.createNativeQuery("""
                        update task
                        set state = 'WAITING', lease_holder = null, lease_until = null, announced_at = null,
                            due_at = clock_timestamp(), ready = false
                        where id = any (array(
                            select id from task
                            where state = 'LEASED' and lease_until <= (select clock_timestamp())
                            order by lease_until
                            limit :limit
                            for update skip locked))
                        """).setParameter("limit", AT_ONCE).executeUpdate();
    }
}
