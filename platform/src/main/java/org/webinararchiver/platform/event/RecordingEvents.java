package org.webinararchiver.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What has happened to recordings, as it was noted by the transactions that changed them; see docs/adr/0024. Places in
 * it are numbers of transactions. Runs in the caller's transaction.
 */
@ApplicationScoped
public class RecordingEvents {
    private static final int BATCH = 10_000;

    private final EntityManager database;

    public RecordingEvents(EntityManager database) {
        this.database = database;
    }

    /** A recording to which something happened. */
    public record Changed(UUID recording, String owner) {}

    /** The place before which nothing will be noted any more: all transactions of before have ended. */
    public long horizon() {
        return Long.parseLong(
                (String) database.createNativeQuery("select cast(pg_snapshot_xmin(pg_current_snapshot()) as text)")
                        .getSingleResult());
    }

    /**
     * The recordings to which anything happened from one place up to another, each once.
     *
     * @param until at most the horizon
     * @param owners whose recordings; empty for everybody's
     */
    @SuppressWarnings("unchecked") // the query was created for this class of result
    public List<Changed> between(long from, long until, Optional<Set<String>> owners) {
        var query = database.createNativeQuery(
                        """
                        select distinct recording_id, owner from recording_event
                         where tx >= cast(cast(:from as text) as xid8) and tx < cast(cast(:until as text) as xid8) %s
                         order by recording_id
                        """.formatted(owners.isPresent() ? "and owner in (:owners)" : ""), Tuple.class)
                .setParameter("from", Long.toString(from))
                .setParameter("until", Long.toString(until));
        owners.ifPresent(some -> query.setParameter("owners", some));
        List<Tuple> rows = query.getResultList();
        return rows.stream()
                .map(row -> new Changed(row.get("recording_id", UUID.class), row.get("owner", String.class)))
                .toList();
    }

    /** Whether anything has happened to a recording since a place. */
    public boolean isAnythingOf(UUID recording, long since) {
        return !database.createNativeQuery("""
                        select 1 from recording_event
                         where recording_id = :recording and tx >= cast(cast(:since as text) as xid8) limit 1
                        """)
                .setParameter("recording", recording)
                .setParameter("since", Long.toString(since))
                .getResultList()
                .isEmpty();
    }

    /**
     * Forgets what is older than this, some of it at a time; not what a broker that is away has yet to be told.
     *
     * @return whether there may be more
     */
    public boolean forget(Duration age) {
        return database.createNativeQuery("""
                                delete from recording_event where id in (
                                    select id from recording_event
                                     where published and at < clock_timestamp() - make_interval(secs => :seconds)
                                     order by at limit %d for update skip locked)
                                """.formatted(BATCH))
                        .setParameter("seconds", (double) age.toSeconds())
                        .executeUpdate()
                == BATCH;
    }
}
