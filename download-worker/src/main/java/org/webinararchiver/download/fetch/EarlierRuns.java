package org.webinararchiver.download.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.StoredObject;
import org.webinararchiver.sources.hls.Run;

/**
 * The runs of a twin that earlier attempts have stored, of which none came to its end. What a run is made of is in its
 * key: one whose playlist has changed meanwhile is another run.
 */
final class EarlierRuns {
    private final Map<String, StoredObject> byName;

    private EarlierRuns(Map<String, StoredObject> byName) {
        this.byName = byName;
    }

    /** @param objectKey the key that this attempt's objects begin with, beside those of earlier attempts */
    static EarlierRuns beside(String objectKey, ObjectStore store) throws IOException {
        var folder = objectKey.substring(0, objectKey.lastIndexOf('/') + 1);
        try (var objects = store.list(folder)) {
            return new EarlierRuns(objects.collect(
                    Collectors.toMap(object -> nameIn(object.key()), Function.identity(), (one, other) -> one)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The object that this run became. */
    Optional<StoredObject> find(Run run) {
        return Optional.ofNullable(byName.get(nameOf(run)));
    }

    private static String nameIn(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    /** What the key of a run's object ends with. */
    static String nameOf(Run run) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes(run.description()));
            run.pieces().forEach(piece -> digest.update(bytes(piece)));
            return "run-" + HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] bytes(Object piece) {
        return piece.toString().getBytes(StandardCharsets.UTF_8);
    }
}
