package org.webinararchiver.standalone.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.webinararchiver.platform.catalog.ManifestStore;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.catalog.TwinStore;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.task.Transactions;

/** The files that a recording was made of, for whoever wants them beside the result. */
@ApplicationScoped
public class SourceFiles {
    private final Segments segments;
    private final ManifestStore manifests;
    private final TwinStore twins;
    private final ObjectStore store;
    private final Transactions transactions;

    public SourceFiles(
            Segments segments, ManifestStore manifests, TwinStore twins, ObjectStore store, Transactions transactions) {
        this.segments = segments;
        this.manifests = manifests;
        this.twins = twins;
        this.store = store;
        this.transactions = transactions;
    }

    /** Copies all that was fetched into a folder, but for what is there already. */
    void into(Path folder, Recording recording) throws IOException {
        Files.createDirectories(folder);
        var names = SourceNames.of(manifests.get(recording.manifestKey().orElseThrow()));
        for (var segment : transactions.call(() -> segments.ofRecording(recording.id()))) {
            if (segment.objectKey().isEmpty()) {
                continue;
            }
            var key = segment.objectKey().get();
            if (segment.kind().isTwin()) {
                for (var part : twins.get(key)) {
                    copy(part.objectKey(), folder.resolve(names.of(segment.segment(), part.run())));
                }
            } else {
                copy(key, folder.resolve(names.of(segment.segment())));
            }
        }
    }

    private void copy(String key, Path file) throws IOException {
        var stored = store.head(key);
        if (stored.isPresent()) {
            var copied = new CopiedFile(store, key, stored.get().size());
            if (!copied.is(file)) {
                copied.to(file);
            }
        }
    }
}
