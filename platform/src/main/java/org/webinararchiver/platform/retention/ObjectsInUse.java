package org.webinararchiver.platform.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.webinararchiver.platform.catalog.StoredRun;
import org.webinararchiver.platform.catalog.TwinStore;

/** Which objects of a recording are pointed to. Runs in the caller's transaction. */
@ApplicationScoped
public class ObjectsInUse {
    private static final String MANIFEST_ENDS = ".json";

    private final EntityManager database;
    private final TwinStore twins;

    public ObjectsInUse(EntityManager database, TwinStore twins) {
        this.database = database;
        this.twins = twins;
    }

    /**
     * What tells the objects of a recording that are in use, as long as the transaction lasts: its row is locked
     * meanwhile, so that nobody begins to work at it. Of one that there is no more, none is.
     *
     * @return empty while anybody may be at work at it
     */
    Optional<Predicate<String>> of(UUID recording) throws IOException {
        var states = strings("select state from recording where id = :id for update", recording);
        if (states.isEmpty()) {
            return Optional.of(key -> false);
        }
        if (isAtWork(recording)) {
            return Optional.empty();
        }
        var keys = pointedTo(recording);
        var besideManifest = manifest(recording).map(ObjectsInUse::beginningOfAnswers);
        return Optional.of(key ->
                keys.contains(key) || besideManifest.filter(key::startsWith).isPresent());
    }

    private boolean isAtWork(UUID recording) {
        return !strings("""
                        select 'yes' from recording where id = :id and (finished_at is null or exists (
                            select 1 from task where recording_id = :id and task.state in ('WAITING', 'LEASED')))
                        """, recording).isEmpty();
    }

    private Set<String> pointedTo(UUID recording) throws IOException {
        var keys = new HashSet<>(strings("""
                        select object_key from segment where recording_id = :id and object_key is not null
                        union all select kept_key from segment where recording_id = :id and kept_key is not null
                        union all select object_key from artifact where recording_id = :id
                        union all select object_key from part where recording_id = :id and object_key is not null
                        union all select script_key from part where recording_id = :id
                        union all select manifest_key from recording where id = :id and manifest_key is not null
                        """, recording));
        for (var twin : strings("""
                        select object_key from segment
                         where recording_id = :id and object_key is not null and kind in ('TWIN', 'TWIN_PICTURE')
                        """, recording)) {
            twins.get(twin).stream().map(StoredRun::objectKey).forEach(keys::add);
        }
        return keys;
    }

    private Optional<String> manifest(UUID recording) {
        return strings("select manifest_key from recording where id = :id and manifest_key is not null", recording)
                .stream()
                .findFirst();
    }

    /** Answers of the source lie beside the manifest that was made from them; see ManifestStore. */
    private static String beginningOfAnswers(String manifest) {
        return manifest.substring(0, manifest.length() - MANIFEST_ENDS.length()) + ".answer-";
    }

    @SuppressWarnings("unchecked") // the query was created for this class of result
    private List<String> strings(String query, UUID recording) {
        return database.createNativeQuery(query, String.class)
                .setParameter("id", recording)
                .getResultList();
    }
}
