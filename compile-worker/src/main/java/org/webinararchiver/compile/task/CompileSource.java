package org.webinararchiver.compile.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.TwinRun;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.core.recording.RenditionOptions;
import org.webinararchiver.core.timeline.Twins;
import org.webinararchiver.platform.catalog.ManifestStore;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.catalog.SegmentState;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.catalog.StoredRun;
import org.webinararchiver.platform.catalog.StoredSegment;
import org.webinararchiver.platform.catalog.TwinStore;
import org.webinararchiver.platform.task.ClaimedTask;
import org.webinararchiver.platform.task.TaskLedger;
import org.webinararchiver.platform.task.Transactions;

/** What a recording is compiled from: its manifest, and what was stored of it. */
@ApplicationScoped
public class CompileSource {
    private final Recordings recordings;
    private final Segments segments;
    private final ManifestStore manifests;
    private final TwinStore twinStore;
    private final StoredFiles files;
    private final TaskLedger ledger;
    private final Transactions transactions;

    public CompileSource(
            Recordings recordings,
            Segments segments,
            ManifestStore manifests,
            TwinStore twinStore,
            StoredFiles files,
            TaskLedger ledger,
            Transactions transactions) {
        this.recordings = recordings;
        this.segments = segments;
        this.manifests = manifests;
        this.twinStore = twinStore;
        this.files = files;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    private record Begun(String manifest, RenditionOptions options) {}

    /** Notes that the recording is being compiled, and reads what is wanted of its manifest. */
    WantedPart begin(ClaimedTask task) throws FailureException, IOException {
        var begun = transactions.call(() -> {
            var recording = recordings.locked(task.recording());
            ledger.mustHold(task);
            if (recording.state() != RecordingState.PROCESSING) {
                recording.processing();
            }
            return new Begun(recording.manifestKey().orElseThrow(), recording.options());
        });
        return WantedPart.of(manifests.get(begun.manifest()), begun.options());
    }

    /** What was stored of the recording. */
    StoredRecording stored(ClaimedTask task, Manifest manifest) throws IOException {
        var rows = transactions.call(() -> segments.ofRecording(task.recording()));
        var keys = new HashMap<String, String>();
        for (var row : rows) {
            if (!row.kind().isTwin() && row.state() == SegmentState.STORED) {
                keys.put(row.segment().id(), row.objectKey().orElseThrow());
            }
        }
        var runs = new HashMap<String, List<TwinRun>>();
        var lost = new HashSet<String>();
        for (var twin : twins(rows, manifest).entrySet()) {
            if (twin.getValue().state() != SegmentState.STORED) {
                lost.add(twin.getKey());
                continue;
            }
            var stored = twinStore.get(twin.getValue().objectKey().orElseThrow());
            runs.put(twin.getKey(), stored.stream().map(StoredRun::run).toList());
            stored.forEach(run -> keys.put(run.run().segment(), run.objectKey()));
        }
        return new StoredRecording(new StoredShelf(keys, files), new Twins(runs, lost));
    }

    /** The twins that were wanted, by the ids of the segments that they stand in for. */
    private static Map<String, StoredSegment> twins(List<StoredSegment> rows, Manifest manifest) {
        var twins = rows.stream()
                .filter(row -> row.kind().isTwin())
                .collect(Collectors.toMap(row -> row.segment().id(), row -> row));
        var byFile = new HashMap<String, StoredSegment>();
        for (var file : manifest.segments()) {
            file.playlist().map(twin -> twins.get(twin.id())).ifPresent(row -> byFile.put(file.id(), row));
        }
        return byFile;
    }

    /** Why segments, or their pictures, are missing, in words, by segment id. */
    Map<String, String> reasonsForMissing(ClaimedTask task, Manifest manifest) {
        var rows = transactions.call(() -> segments.ofRecording(task.recording()));
        var reasons = new HashMap<String, String>();
        twins(rows, manifest)
                .forEach((file, twin) -> twin.whyMissing()
                        .ifPresent(why -> reasons.put(file, "the picture is missing: the file has none, and " + why)));
        for (var row : rows) {
            row.whyMissing().ifPresent(why -> reasons.put(row.segment().id(), why));
        }
        return reasons;
    }
}
