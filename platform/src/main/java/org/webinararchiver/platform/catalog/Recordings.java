package org.webinararchiver.platform.catalog;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.webinararchiver.core.link.RecordingLink;

/** The recordings that anybody asked for. */
@ApplicationScoped
public class Recordings implements PanacheRepositoryBase<Recording, UUID> {

    public Optional<Recording> of(String owner, RecordingLink link) {
        return find("owner = ?1 and source = ?2 and linkKey = ?3", owner, link.source(), link.key())
                .firstResultOptional();
    }

    /** This one, if it is the owner's. */
    public Optional<Recording> ofOwner(String owner, UUID id) {
        return findByIdOptional(id).filter(recording -> recording.owner().equals(owner));
    }

    /**
     * The recording with its row locked until the transaction ends, read anew: what ends a step of a recording does so
     * one after the other.
     *
     * @throws NoSuchRecording when it was removed
     */
    public Recording locked(UUID id) {
        var recording = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (recording == null) {
            throw new NoSuchRecording(id);
        }
        getEntityManager().refresh(recording, LockModeType.PESSIMISTIC_WRITE);
        return recording;
    }

    /** The trace that it was submitted in, as W3C writes it; absent where that was not traced. */
    public Optional<String> traceOf(UUID id) {
        return getEntityManager()
                .createQuery("select trace from Recording where id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .filter(Objects::nonNull)
                .findFirst();
    }
}
