package org.webinararchiver.platform.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.StoredObject;
import org.webinararchiver.platform.task.Transactions;

/**
 * Removes objects that nothing points to: what an attempt stored that was given up, what was left when something was
 * removed, what a killed worker left. Only what is old is removed, and of a recording only while nobody is at work at
 * it, so that no attempt can be about to point to it.
 */
@ApplicationScoped
public class Orphans {
    /** What else is in the bucket is not ours. */
    private static final String OURS = "recordings/";

    /** Stored anew by each look, so that ages are by the store's clock alone. */
    private static final String CLOCK = "housekeeping/clock";

    private static final Duration YOUNGEST = Duration.ofHours(1);

    /** How many objects are removed while one lock of a recording is held. */
    private static final int AT_ONCE = 100;

    private static final Logger LOG = Logger.getLogger(Orphans.class);

    private final ObjectStore store;
    private final ObjectsInUse inUse;
    private final Transactions transactions;

    public Orphans(ObjectStore store, ObjectsInUse inUse, Transactions transactions) {
        this.store = store;
        this.inUse = inUse;
        this.transactions = transactions;
    }

    /** What a look has come to. */
    public record Collected(long looked, long removed, long bytes) {
        private static final Collected NOTHING = new Collected(0, 0, 0);

        private Collected looked(int objects) {
            return new Collected(looked + objects, removed, bytes);
        }

        private Collected removed(List<StoredObject> objects) {
            var size = objects.stream().mapToLong(StoredObject::size).sum();
            return new Collected(looked, removed + objects.size(), bytes + size);
        }
    }

    /** Looks through all objects once. One that is younger than an hour is left alone, whatever is asked for. */
    public Collected collect(OrphanSettings settings) throws IOException {
        var age = settings.age().compareTo(YOUNGEST) < 0 ? YOUNGEST : settings.age();
        return olderThan(storeTime().minus(age));
    }

    private Instant storeTime() throws IOException {
        return store.put(CLOCK, new ByteArrayInputStream(new byte[1]), 1).storedAt();
    }

    /** @param time by the store's clock */
    Collected olderThan(Instant time) throws IOException {
        var collected = Collected.NOTHING;
        var batch = new ArrayList<StoredObject>();
        try (var objects = store.list(OURS)) {
            for (var object : (Iterable<StoredObject>) objects::iterator) {
                collected = collected.looked(1);
                if (!batch.isEmpty() && (batch.size() == AT_ONCE || !sameRecording(batch.getFirst(), object))) {
                    collected = collected.removed(remove(batch));
                    batch.clear();
                }
                if (object.storedAt().isBefore(time) && recording(object).isPresent()) {
                    batch.add(object);
                }
            }
            collected = collected.removed(remove(batch));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        LOG.infof(
                "%d of %d objects were removed, %d bytes, to which nothing pointed",
                collected.removed(), collected.looked(), collected.bytes());
        return collected;
    }

    private static boolean sameRecording(StoredObject one, StoredObject other) {
        return recording(one).equals(recording(other));
    }

    private static Optional<UUID> recording(StoredObject object) {
        var name = object.key().substring(OURS.length()).split("/", 2)[0];
        try {
            return Optional.of(UUID.fromString(name));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** Looks at the rows again, and removes under their lock. Answers what was removed. */
    private List<StoredObject> remove(List<StoredObject> old) {
        return old.isEmpty() ? List.of() : transactions.call(() -> removeUnused(old));
    }

    private List<StoredObject> removeUnused(List<StoredObject> old) {
        try {
            var recording = recording(old.getFirst()).orElseThrow();
            var used = inUse.of(recording);
            if (used.isEmpty()) {
                return List.of();
            }
            var unused = old.stream()
                    .filter(object -> !used.get().test(object.key()))
                    .toList();
            for (var object : unused) {
                store.delete(object.key());
                LOG.debugf("removed %s, to which nothing pointed", object.key());
            }
            return unused;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
