package org.webinararchiver.platform.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.platform.storage.ContentHash;
import org.webinararchiver.platform.storage.ObjectStore;

/**
 * Manifests as JSON in the object store. The key contains the hash of the content, so that a manifest that was written
 * twice is the same object, and a newer one never overwrites an older one.
 */
@ApplicationScoped
public class ManifestStore {
    private static final int HASH_DIGITS = 16;

    private final ObjectStore store;

    public ManifestStore(ObjectStore store) {
        this.store = store;
    }

    /** Stores the manifest and answers its key. */
    public String put(UUID recording, Manifest manifest) throws IOException {
        var bytes = ManifestJson.write(manifest);
        var key = "recordings/%s/manifests/%d-%s.json"
                .formatted(recording, manifest.version(), ContentHash.of(bytes, HASH_DIGITS));
        store.put(key, new ByteArrayInputStream(bytes), bytes.length);
        return key;
    }

    /**
     * Stores what a manifest was made from beside it: the source's answers, in their order, in place of those that made
     * the same manifest before.
     *
     * @param answers files in gzip
     */
    public void putAnswers(String manifestKey, List<Path> answers) throws IOException {
        for (int number = 1; number <= answers.size(); number++) {
            store.upload(answerKey(manifestKey, number), answers.get(number - 1));
        }
    }

    /** @param number of the answer, from 1 */
    static String answerKey(String manifestKey, int number) {
        return manifestKey.replaceFirst("\\.json$", "") + ".answer-" + number + ".gz";
    }

    public Manifest get(String key) throws IOException {
        try (var bytes = store.get(key)) {
            return ManifestJson.read(bytes);
        }
    }
}
