package org.webinararchiver.download.fetch;

import java.io.IOException;
import java.util.Optional;
import org.webinararchiver.platform.budget.OriginRests;
import org.webinararchiver.platform.storage.MultipartUploads;
import org.webinararchiver.platform.storage.NoSuchUpload;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.StoredObject;
import org.webinararchiver.platform.upload.Upload;

/** Fetches a file in parts, each of which is kept and written down, so that any worker can go on with the rest. */
final class LargeFile {
    private final ObjectStore store;
    private final MultipartUploads uploads;
    private final int sideBySide;

    /** @param sideBySide parts that are asked for at once, when the budget has so many connections */
    LargeFile(ObjectStore store, int sideBySide) {
        this.store = store;
        this.uploads = store.multipart();
        this.sideBySide = sideBySide;
    }

    /**
     * Fetches a file from its beginning.
     *
     * @param first the answer that holds the beginning, whose bytes become the first parts
     * @param beginning what it holds
     * @throws FileChanged when the origin has another version by now: the upload is of no use
     * @throws NoSuchUpload when the store knows nothing of the upload any more
     */
    Brought begin(
            RemoteFile remote,
            SegmentRequest request,
            Exchange first,
            ByteRange beginning,
            FileVersion version,
            Connections connections)
            throws IOException, InterruptedException, OriginRests {
        var body = Content.checked(first.body(), request.kind());
        var partLength = Parts.of(version.length()).partLength();
        var upload = request.upload().begun(uploads.start(request.objectKey()), version, partLength);
        var fetch = new PartsFetch(remote, upload, request.upload(), uploads);
        return finished(remote, fetch, upload, () -> {
            fetch.takeFrom(first, body, beginning);
            fetch.fetchTheRest(connections, sideBySide);
        });
    }

    /**
     * Fetches what an earlier attempt, here or elsewhere, has left.
     *
     * @throws FileChanged when the origin has another version by now: the upload is of no use
     * @throws NoSuchUpload when the store knows nothing of the upload any more
     */
    Brought goOn(RemoteFile remote, SegmentRequest request, Upload upload, Connections connections)
            throws IOException, InterruptedException, OriginRests {
        var fetch = new PartsFetch(remote, upload, request.upload(), uploads);
        return finished(remote, fetch, upload, () -> fetch.fetchTheRest(connections, sideBySide));
    }

    @FunctionalInterface
    private interface Fetching {
        void run() throws IOException, InterruptedException, OriginRests;
    }

    private Brought finished(RemoteFile remote, PartsFetch fetch, Upload upload, Fetching fetching)
            throws IOException, InterruptedException, OriginRests {
        try {
            fetching.run();
            var object = uploads.complete(upload.place(), fetch.stored());
            return Brought.unseen(object.key(), object.size());
        } catch (NoSuchUpload e) {
            return completedBefore(upload)
                    .map(object -> Brought.unseen(object.key(), object.size()))
                    .orElseThrow(() -> e);
        } catch (OriginRests e) {
            // A file of many parts meets many rests; as long as it grows from one to the next, none counts as a
            // failure.
            if (fetch.hasBroughtSome()) {
                throw new Refused(FetchFailure.rests(remote.url(), e));
            }
            throw e;
        }
    }

    /** Somebody may have completed the upload, and been lost before it was written. */
    private Optional<StoredObject> completedBefore(Upload upload) throws IOException {
        return store.head(upload.place().key()).filter(object -> object.size() == upload.length());
    }
}
