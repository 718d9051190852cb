package org.webinararchiver.download.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.OptionalLong;
import org.jboss.logging.Logger;
import org.webinararchiver.platform.storage.MultipartUpload;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.UploadedPart;

/**
 * Stores a body under a key, whatever is known of its length, in the memory of one part. An object's length must be
 * known before it is stored; a body that does not tell its own is stored in parts.
 */
final class BodyStore {
    private static final Logger LOG = Logger.getLogger(BodyStore.class);
    private static final int PART = 8 * 1024 * 1024;

    private final ObjectStore store;

    BodyStore(ObjectStore store) {
        this.store = store;
    }

    /** Answers how many bytes there were. */
    long store(String key, InputStream body, OptionalLong length) throws IOException {
        if (length.isPresent()) {
            return store.put(key, body, length.getAsLong()).size();
        }
        var first = body.readNBytes(PART);
        return first.length < PART
                ? store.put(key, new ByteArrayInputStream(first), first.length).size()
                : inParts(key, first, body);
    }

    private long inParts(String key, byte[] first, InputStream rest) throws IOException {
        var upload = store.multipart().start(key);
        try {
            var parts = new ArrayList<UploadedPart>();
            for (var part = first; part.length > 0; part = rest.readNBytes(PART)) {
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
