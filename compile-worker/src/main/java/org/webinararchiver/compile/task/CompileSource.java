package org.webinararchiver.compile.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.WantedFile;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.platform.catalog.ManifestStore;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.catalog.SegmentState;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.task.ClaimedTask;
import org.webinararchiver.platform.task.TaskLedger;
import org.webinararchiver.platform.task.Transactions;

/** What a recording is compiled from: its manifest, and its segments' files. */
@ApplicationScoped
public class CompileSource {
    private final Recordings recordings;
    private final Segments segments;
    private final ManifestStore manifests;
    private final ObjectStore store;
    private final TaskLedger ledger;
    private final Transactions transactions;

    public CompileSource(
            Recordings recordings,
            Segments segments,
            ManifestStore manifests,
            ObjectStore store,
            TaskLedger ledger,
            Transactions transactions) {
        this.recordings = recordings;
        this.segments = segments;
        this.manifests = manifests;
        this.store = store;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /** Notes that the recording is being compiled, and reads its manifest. */
    Manifest begin(ClaimedTask task) throws IOException {
        var key = transactions.call(() -> {
            var recording = recordings.locked(task.recording());
            ledger.mustHold(task);
            if (recording.state() != RecordingState.PROCESSING) {
                recording.processing();
            }
            return recording.manifestKey().orElseThrow();
        });
        return manifests.get(key);
    }

    /** Brings every stored media file into the folder; answers their files by segment id. */
    Map<String, Path> files(ClaimedTask task, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var files = new HashMap<String, Path>();
        for (var stored : objectKeys(task).entrySet()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            var file = folder.resolve(stored.getKey() + ".media");
            store.download(stored.getValue(), file);
            files.put(stored.getKey(), file);
        }
        return files;
    }

    private Map<String, String> objectKeys(ClaimedTask task) {
        return transactions.call(() -> {
            var keys = new HashMap<String, String>();
            for (var segment : segments.ofRecording(task.recording())) {
                if (segment.kind() == WantedFile.Kind.MEDIA && segment.state() == SegmentState.STORED) {
                    keys.put(segment.segment().id(), segment.objectKey().orElseThrow());
                }
            }
            return keys;
        });
    }

    /** Why segments are missing, in words, by segment id. */
    Map<String, String> reasonsForMissing(ClaimedTask task) {
        return transactions.call(() -> {
            var reasons = new HashMap<String, String>();
            for (var segment : segments.ofRecording(task.recording())) {
                segment.whyMissing()
                        .ifPresent(why -> reasons.put(segment.segment().id(), why));
            }
            return reasons;
        });
    }
}
