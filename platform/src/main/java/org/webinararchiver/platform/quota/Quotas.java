package org.webinararchiver.platform.quota;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;

/**
 * Counts on how many recordings work is begun for somebody, exactly, however many services count at once. Runs in the
 * transaction that begins the work, so that what is not begun is not counted.
 */
@ApplicationScoped
public class Quotas {
    private final EntityManager database;

    public Quotas(EntityManager database) {
        this.database = database;
    }

    private record Use(int today, int underWay, Duration untilMidnight) {}

    /**
     * Has everybody else with the same allowance wait until the transaction ends. {@link #take} does it too; who has to
     * lock a recording before that does this first, so that two never wait for each other.
     */
    public void oneAtATime(Allowance allowance) {
        allowance
                .counted()
                .ifPresent(actor -> database.createNativeQuery(
                                "select 1 from pg_advisory_xact_lock(hashtextextended(:actor, 22))")
                        .setParameter("actor", actor)
                        .getSingleResult());
    }

    /**
     * Counts one that is about to be begun.
     *
     * @throws OverQuota when no more may be
     */
    public void take(Allowance allowance) {
        allowance.counted().ifPresent(actor -> {
            oneAtATime(allowance);
            check(allowance, use(actor, allowance.recordingsUnderWay() > 0));
            count(actor);
        });
    }

    private static void check(Allowance allowance, Use use) {
        if (allowance.recordingsADay() > 0 && use.today() >= allowance.recordingsADay()) {
            throw OverQuota.ofTheDay(allowance.recordingsADay(), use.untilMidnight());
        }
        if (allowance.recordingsUnderWay() > 0 && use.underWay() >= allowance.recordingsUnderWay()) {
            throw OverQuota.underWay(allowance.recordingsUnderWay());
        }
    }

    /** What others have begun is seen, for they have ended their transactions. */
    private Use use(String actor, boolean withThoseUnderWay) {
        var row = (Tuple) database.createNativeQuery("""
                        select cast(coalesce((select recordings from quota_use
                                               where actor = :actor and day = cast(now at time zone 'UTC' as date)), 0) as integer) today,
                               cast(case when :underWay then (select count(*) from recording
                                                               where begun_by = :actor and finished_at is null) else 0 end
                                    as integer) under_way,
                               cast(extract(epoch from date_trunc('day', now at time zone 'UTC') + interval '1 day'
                                                       - (now at time zone 'UTC')) as double precision) until_midnight
                          from clock_timestamp() now
                        """, Tuple.class)
                .setParameter("actor", actor)
                .setParameter("underWay", withThoseUnderWay)
                .getSingleResult();
        return new Use(
                row.get("today", Integer.class),
                row.get("under_way", Integer.class),
                Duration.ofMillis(Math.round(1000 * row.get("until_midnight", Double.class))));
    }

    private void count(String actor) {
        database.createNativeQuery("""
                        insert into quota_use (actor, day, recordings)
                        values (:actor, cast(clock_timestamp() at time zone 'UTC' as date), 1)
                        on conflict (actor, day) do update set recordings = quota_use.recordings + 1
                        """).setParameter("actor", actor).executeUpdate();
    }
}
