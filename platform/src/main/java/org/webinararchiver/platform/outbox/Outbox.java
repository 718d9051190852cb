package org.webinararchiver.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.webinararchiver.core.recording.Outcome;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.platform.outbox.OutboxEvent.Change;

/** The events that are yet to be published. Runs in the caller's transaction. */
@ApplicationScoped
public class Outbox {
    private final EntityManager database;

    public Outbox(EntityManager database) {
        this.database = database;
    }

    /**
     * The first of them. Of one recording they are in the order in which they happened and none is left out, since its
     * row is locked from an event until that is seen; of different recordings they may be in another.
     */
    @SuppressWarnings("unchecked") // the query was created for this class of result
    public List<OutboxEvent> next(int most) {
        List<Tuple> rows =
                database.createNativeQuery("""
                        select id, recording_id, owner, change, state, outcome, at from recording_event
                         where not published order by id limit %d
                        """.formatted(most), Tuple.class).getResultList();
        return rows.stream().map(Outbox::event).toList();
    }

    private static OutboxEvent event(Tuple row) {
        return new OutboxEvent(
                row.get("id", Long.class),
                row.get("recording_id", UUID.class),
                row.get("owner", String.class),
                Change.valueOf(row.get("change", String.class)),
                RecordingState.valueOf(row.get("state", String.class)),
                Optional.ofNullable(row.get("outcome", String.class)).map(Outcome::valueOf),
                row.get("at", Instant.class));
    }

    /** These were published. */
    public void published(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        database.createNativeQuery("update recording_event set published = true where id in (:ids)")
                .setParameter("ids", ids)
                .executeUpdate();
    }
}
