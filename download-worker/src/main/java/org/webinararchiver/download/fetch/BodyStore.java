package org.webinararchiver.download.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import org.jboss.logging.Logger;
import org.webinararchiver.platform.storage.MultipartUpload;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.UploadedPart;

/**
 * Stores a body that does not tell its length, in parts and in the memory of one: a part's length must be known before
 * it is stored.
 */
final class BodyStore {
    private static final Logger LOG = Logger.getLogger(BodyStore.class);
    private static final int PART = 8 * 1024 * 1024;

    private final ObjectStore store;

    BodyStore(ObjectStore store) {
        this.store = store;
    }

    /**
     * Stores all that comes.
     *
     * @param body one byte or more
     * @return how many bytes there were
     */
    long store(String key, InputStream body) throws IOException {
        var upload = store.multipart().start(key);
        try {
            var parts = new ArrayList<UploadedPart>();
            for (var part = body.readNBytes(PART); part.length > 0; part = body.readNBytes(PART)) {
                var bytes = new ByteArrayInputStream(part);
                parts.add(store.multipart().put(upload, parts.size() + 1, bytes, part.length));
            }
            return store.multipart().complete(upload, parts).size();
        } catch (IOException | RuntimeException e) {
            abort(upload);
            throw e;
        }
    }

    /** What cannot be removed now, the store removes some time later. */
    private void abort(MultipartUpload upload) {
        try {
            store.multipart().abort(upload);
        } catch (IOException e) {
            LOG.debugf(e, "the upload of %s could not be aborted", upload.key());
        }
    }
}
