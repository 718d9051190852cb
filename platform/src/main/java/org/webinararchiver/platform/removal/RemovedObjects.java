package org.webinararchiver.platform.removal;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.webinararchiver.platform.storage.ObjectStore;

/**
 * Deletes the objects of recordings that were removed, one recording after the other and behind everybody's back, for
 * it may be thousands. What is not deleted, because the store is away or the process ends, are orphans, which are
 * collected.
 */
@ApplicationScoped
public class RemovedObjects {
    private static final Logger LOG = Logger.getLogger(RemovedObjects.class);

    private final ObjectStore store;
    private final ExecutorService behind = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("removed objects").factory());

    public RemovedObjects(ObjectStore store) {
        this.store = store;
    }

    /** Returns at once. To be called after the removal is committed. */
    public void deleteSoon(UUID recording) {
        behind.execute(() -> {
            try {
                delete(recording);
            } catch (IOException | UncheckedIOException e) {
                LOG.warnf("objects of the removed recording %s are left for later: %s", recording, e.getMessage());
            }
        });
    }

    /** Deletes what is there now. */
    void delete(UUID recording) throws IOException {
        try (var objects = store.list("recordings/" + recording + "/")) {
            for (var object : (Iterable<String>) objects.map(each -> each.key())::iterator) {
                store.delete(object);
            }
        }
    }

    @PreDestroy
    void stop() {
        behind.shutdownNow();
    }
}
