package org.webinararchiver.download.fetch;

import java.io.IOException;
import java.util.Optional;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.manifest.WantedFile;
import org.webinararchiver.download.fetch.Finding.Damage;
import org.webinararchiver.platform.storage.ObjectChannel;
import org.webinararchiver.platform.storage.ObjectStore;

/**
 * Decides what a file that came counts for. Only media are looked into, where they lie in the store unless somebody has
 * looked before; of the others the beginning tells.
 */
final class StoredCheck {
    /** A host that sends the same damage so often has nothing else. */
    private static final int MOST_LOOKS = 3;

    private final ObjectStore store;

    StoredCheck(ObjectStore store) {
        this.store = store;
    }

    /** Whether files of this kind are looked into. */
    static boolean looksInto(WantedFile.Kind kind) {
        return switch (kind) {
            case MEDIA -> true;
            case PICTURE, DOCUMENT, TWIN, TWIN_PICTURE -> false;
        };
    }

    /** What has become of it. A file that nothing can be made of is removed from the store. */
    FetchOutcome outcome(SegmentRequest request, Brought brought) throws IOException {
        var key = brought.objectKey();
        long bytes = brought.bytes();
        if (!looksInto(request.kind())) {
            return new FetchOutcome.Stored(key, bytes, Optional.empty());
        }
        var finding = brought.finding().isPresent() ? brought.finding().get() : look(key, bytes);
        return switch (finding) {
            case Finding.Whole whole -> new FetchOutcome.Stored(key, bytes, Optional.of(whole.media()));
            case Finding.CutOff cutOff -> {
                var usable = new FetchOutcome.Stored(key, bytes, Optional.of(cutOff.media()));
                yield new FetchOutcome.Damaged(failure(request, cutOff.damage()), Optional.of(usable));
            }
            case Finding.Useless useless -> {
                if (!brought.isUseless()) {
                    store.delete(key);
                }
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
