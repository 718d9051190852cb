package org.webinararchiver.platform.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Comparator;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.webinararchiver.platform.storage.MultipartUpload;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.task.Transactions;

/** Has the store forget the uploads that nobody will go on with: their parts take room, and no listing shows them. */
@ApplicationScoped
public class AbandonedUploads {
    private static final Logger LOG = Logger.getLogger(AbandonedUploads.class);
    private static final UUID START = new UUID(0, 0);
    private static final Comparator<UUID> AS_POSTGRESQL_ORDERS = Comparator.comparing(UUID::toString);

    private final Uploads uploads;
    private final ObjectStore store;
    private final Transactions transactions;

    public AbandonedUploads(Uploads uploads, ObjectStore store, Transactions transactions) {
        this.uploads = uploads;
        this.store = store;
        this.transactions = transactions;
    }

    /**
     * Aborts all there are. What the store does not abort now is left for the next time. Several processes may do the
     * same at once.
     *
     * @param age after which an upload that receives nothing is abandoned
     * @return how many were aborted
     */
    public int abort(Duration age) {
        int aborted = 0;
        var after = START;
        while (true) {
            var from = after;
            var abandoned = transactions.call(() -> uploads.giveUp(age, from));
            if (abandoned.isEmpty()) {
                return aborted;
            }
            try {
                for (var upload : abandoned.entrySet()) {
                    abort(upload.getKey(), upload.getValue());
                    aborted++;
                }
            } catch (IOException e) {
                LOG.warnf("abandoned uploads could not be aborted, it is tried again: %s", e.getMessage());
                return aborted;
            }
            after = Collections.max(abandoned.keySet(), AS_POSTGRESQL_ORDERS);
        }
    }

    private void abort(UUID id, MultipartUpload upload) throws IOException {
        store.multipart().abort(upload);
        transactions.run(() -> uploads.forget(id));
    }
}
