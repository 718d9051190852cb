package org.webinararchiver.platform.removal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.task.Pauses;

/** Removes a recording with all that is known of it. Its objects are {@link RemovedObjects} then. */
@ApplicationScoped
public class Removal {
    private final Recordings recordings;
    private final Pauses pauses;
    private final EntityManager database;

    public Removal(Recordings recordings, Pauses pauses, EntityManager database) {
        this.recordings = recordings;
        this.pauses = pauses;
        this.database = database;
    }

    /**
     * Removes its rows, its tasks among them: who works at one notices at the next heartbeat. Uploads that are under
     * way are left to be aborted. What is removed already is no error.
     */
    @Transactional
    public void remove(UUID id) {
        if (lock(id).isEmpty()) {
            return;
        }
        pauses.resume(new Pauses.Scope.OfRecording(id));
        database.createNativeQuery("update segment_upload set abandoned = true where recording_id = :id")
                .setParameter("id", id)
                .executeUpdate();
        database.createNativeQuery("delete from recording_turn where recording_id = :id")
                .setParameter("id", id)
                .executeUpdate();
        recordings.delete("id", id);
    }

    /** Whoever ends a step of it now is waited for. */
    private List<?> lock(UUID id) {
        return database.createNativeQuery("select id from recording where id = :id for update", UUID.class)
                .setParameter("id", id)
                .getResultList();
    }
}
