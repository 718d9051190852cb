package org.webinararchiver.compile.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Segment;
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
    private final TwinStore twinStore;
    private final ObjectStore store;
    private final TaskLedger ledger;
    private final Transactions transactions;

    public CompileSource(
            Recordings recordings,
            Segments segments,
            ManifestStore manifests,
            TwinStore twinStore,
            ObjectStore store,
            TaskLedger ledger,
            Transactions transactions) {
        this.recordings = recordings;
        this.segments = segments;
        this.manifests = manifests;
        this.twinStore = twinStore;
        this.store = store;
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

    /** Brings every stored media file of the manifest into the folder; answers their files by segment id. */
    Map<String, Path> files(ClaimedTask task, Manifest manifest, Path folder) throws IOException, InterruptedException {
        return brought(task, manifest.segmentsById().keySet(), folder);
    }

    /** Brings every stored picture of a slide into the folder; answers their files by segment id. */
    Map<String, Path> pictures(ClaimedTask task, Manifest manifest, Path folder)
            throws IOException, InterruptedException {
        var slides = manifest.proceedings().slides().stream()
                .flatMap(slide -> slide.file().stream())
                .map(Segment::id)
                .collect(Collectors.toSet());
        return brought(task, slides, folder);
    }

    /** Brings every stored document that was handed out into the folder; answers their files by segment id. */
    Map<String, Path> documents(ClaimedTask task, Manifest manifest, Path folder)
            throws IOException, InterruptedException {
        var documents = manifest.proceedings().attachments().stream()
                .map(attachment -> attachment.file().id())
                .collect(Collectors.toSet());
        return brought(task, documents, folder);
    }

    private Map<String, Path> brought(ClaimedTask task, Set<String> wanted, Path folder)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var files = new HashMap<String, Path>();
        for (var stored : objectKeys(task, wanted).entrySet()) {
            files.put(stored.getKey(), file(stored.getKey(), stored.getValue(), folder));
        }
        return files;
    }

    private Path file(String segment, String objectKey, Path folder) throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        var file = folder.resolve(segment + ".media");
        store.download(objectKey, file);
        return file;
    }

    /** Brings every stored twin into the folder. */
    FetchedTwins twins(ClaimedTask task, Manifest manifest, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var runs = new HashMap<String, List<TwinRun>>();
        var files = new HashMap<String, Path>();
        var lost = new HashSet<String>();
        for (var twin : twins(task, manifest).entrySet()) {
            if (twin.getValue().state() != SegmentState.STORED) {
                lost.add(twin.getKey());
                continue;
            }
            var stored = twinStore.get(twin.getValue().objectKey().orElseThrow());
            runs.put(twin.getKey(), stored.stream().map(StoredRun::run).toList());
            for (var run : stored) {
                files.put(run.run().segment(), file(run.run().segment(), run.objectKey(), folder));
            }
        }
        return new FetchedTwins(new Twins(runs, lost), files);
    }

    /** The twins that were wanted, by the ids of the segments that they stand in for. */
    private Map<String, StoredSegment> twins(ClaimedTask task, Manifest manifest) {
        var rows = transactions.call(() -> segments.ofRecording(task.recording()).stream()
                .filter(row -> row.kind().isTwin())
                .collect(Collectors.toMap(row -> row.segment().id(), row -> row)));
        var byFile = new HashMap<String, StoredSegment>();
        for (var file : manifest.segments()) {
            file.playlist().map(twin -> rows.get(twin.id())).ifPresent(row -> byFile.put(file.id(), row));
        }
        return byFile;
    }

    private Map<String, String> objectKeys(ClaimedTask task, Set<String> wanted) {
        return transactions.call(() -> {
            var keys = new HashMap<String, String>();
            for (var segment : segments.ofRecording(task.recording())) {
                if (wanted.contains(segment.segment().id()) && segment.state() == SegmentState.STORED) {
                    keys.put(segment.segment().id(), segment.objectKey().orElseThrow());
                }
            }
            return keys;
        });
    }

    /** Why segments, or their pictures, are missing, in words, by segment id. */
    Map<String, String> reasonsForMissing(ClaimedTask task, Manifest manifest) {
        var reasons = new HashMap<String, String>();
        twins(task, manifest)
                .forEach((file, twin) -> twin.whyMissing()
                        .ifPresent(why -> reasons.put(file, "the picture is missing: the file has none, and " + why)));
        reasons.putAll(reasonsForMissing(task));
        return reasons;
    }

    private Map<String, String> reasonsForMissing(ClaimedTask task) {
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
