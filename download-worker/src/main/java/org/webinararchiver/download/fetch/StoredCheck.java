package org.webinararchiver.download.fetch;

import java.io.IOException;
import java.util.Optional;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.download.fetch.Finding.Damage;
import org.webinararchiver.platform.storage.ObjectChannel;
import org.webinararchiver.platform.storage.ObjectStore;

/** Decides what a file that was stored counts for. Only media are looked into; of the others the beginning tells. */
final class StoredCheck {
    /** A host that sends the same damage so often has nothing else. */
    private static final int MOST_LOOKS = 3;

    private final ObjectStore store;

    StoredCheck(ObjectStore store) {
        this.store = store;
    }

    /** What has become of it. A file that nothing can be made of is removed from the store. */
    FetchOutcome outcome(SegmentRequest request, Brought brought) throws IOException {
        return switch (request.kind()) {
            case MEDIA -> looked(request, brought.objectKey(), brought.bytes());
            case PICTURE, DOCUMENT, TWIN, TWIN_PICTURE ->
                new FetchOutcome.Stored(brought.objectKey(), brought.bytes(), Optional.empty());
        };
    }

    private FetchOutcome looked(SegmentRequest request, String key, long bytes) throws IOException {
        return switch (look(key, bytes)) {
            case Finding.Whole whole -> new FetchOutcome.Stored(key, bytes, Optional.of(whole.media()));
            case Finding.CutOff cutOff -> {
                var usable = new FetchOutcome.Stored(key, bytes, Optional.of(cutOff.media()));
                yield new FetchOutcome.Damaged(failure(request, cutOff.damage()), Optional.of(usable));
            }
            case Finding.Useless useless -> {
                store.delete(key);
                yield new FetchOutcome.Damaged(failure(request, useless.damage()), Optional.empty());
            }
        };
    }

    private Finding look(String key, long bytes) throws IOException {
        try (var object = new ObjectChannel(store, key, bytes)) {
            return MediaCheck.look(object);
        }
    }

    private static Failure failure(SegmentRequest request, Damage damage) {
        var message = "%s came damaged: %s.".formatted(request.url(), damage.what());
        return request.looks() + 1 < MOST_LOOKS
                ? new Failure.Retryable(
                        damage.reason(), message, "Nothing needs to be done; the file is asked for again.")
                : new Failure.OfTask(
                        damage.reason(),
                        message,
                        "Open the recording in a browser; if this part plays there, submit the link again later.");
    }
}
