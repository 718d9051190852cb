package org.webinararchiver.platform.catalog;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.webinararchiver.core.recording.Companion;
import org.webinararchiver.platform.storage.StoredObject;

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

    /**
     * Puts a file, and what was made beside it, in the place of the one that had its name. What was beside that one
     * goes, also where this one has none: its times are not this one's.
     *
     * @param beside what was made, in the store
     */
    public void put(Artifact file, Map<Companion, StoredObject> beside) {
        put(file);
        var names = beside.keySet().stream()
                .map(companion -> companion.beside(file.name()))
                .collect(Collectors.toSet());
        ofRecording(file.recording()).stream()
                .filter(old -> Companion.named(old.name(), file.name()).isPresent())
                .filter(old -> !names.contains(old.name()))
                .forEach(this::delete);
        beside.forEach((companion, stored) -> put(beside(file, companion, stored)));
    }

    private static Artifact beside(Artifact file, Companion companion, StoredObject stored) {
        var key = new Artifact.Key(file.recording(), companion.beside(file.name()));
        return file.duration()
                .filter(duration -> companion.lasts())
                .map(duration -> new Artifact(key, stored.key(), stored.size(), companion.mediaType(), duration))
                .orElseGet(() -> new Artifact(key, stored.key(), stored.size(), companion.mediaType()));
    }
}
