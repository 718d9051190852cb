package org.webinararchiver.platform.catalog;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The finished files of recordings. */
@ApplicationScoped
public class Artifacts implements PanacheRepositoryBase<Artifact, Artifact.Key> {

    /** In the order of their names. */
    public List<Artifact> ofRecording(UUID recording) {
        return list("key.recording = ?1 order by key.name", recording);
    }

    /** In any order. */
    public List<Artifact> ofRecordings(Collection<UUID> recordings) {
        return recordings.isEmpty() ? List.of() : list("key.recording in ?1", recordings);
    }

    public Optional<Artifact> named(UUID recording, String name) {
        return findByIdOptional(new Artifact.Key(recording, name));
    }

    /** Whether anything was ever finished of it. */
    public boolean areAnyOf(UUID recording) {
        return count("key.recording", recording) > 0;
    }

    /** Puts a file in the place of the one that had its name. */
    public void put(Artifact artifact) {
        getEntityManager().merge(artifact);
    }
}
