package org.webinararchiver.platform.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.WantedFile;
import org.webinararchiver.core.recording.Outcome;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.platform.Samples;
import org.webinararchiver.platform.catalog.Artifact;
import org.webinararchiver.platform.catalog.Artifacts;
import org.webinararchiver.platform.catalog.ManifestStore;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.catalog.StoredSegment;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.StoredObject;
import org.webinararchiver.platform.task.Transactions;

/** Makes recordings as the workers leave them, rows and objects. */
@ApplicationScoped
class RecordingOnDisk {
    static final Manifest MANIFEST = Samples.manifestWithSlides(2);

    private final Recordings recordings;
    private final Segments segments;
    private final Artifacts artifacts;
    private final ManifestStore manifests;
    private final ObjectStore store;
    private final Transactions transactions;

    RecordingOnDisk(
            Recordings recordings,
            Segments segments,
            Artifacts artifacts,
            ManifestStore manifests,
            ObjectStore store,
            Transactions transactions) {
        this.recordings = recordings;
        this.segments = segments;
        this.artifacts = artifacts;
        this.manifests = manifests;
        this.store = store;
        this.transactions = transactions;
    }

    /** One whose files are all fetched, and which has come to this end. */
    UUID at(RecordingState end) throws IOException {
        var id = UUID.randomUUID();
        var manifest = manifests.put(id, MANIFEST);
        put(manifest.replace(".json", ".answer-1.gz"));
        for (var file : MANIFEST.wantedFiles()) {
            put(segmentKey(id, file));
        }
        put(artifactKey(id));
        transactions.run(() -> write(id, manifest, end));
        return id;
    }

    private void write(UUID id, String manifest, RecordingState end) {
        var recording = new Recording(id, "anna", Samples.link().link());
        recordings.persistAndFlush(recording);
        recording.planned(MANIFEST, manifest);
        for (var file : MANIFEST.wantedFiles()) {
            var row = new StoredSegment(id, file, UUID.randomUUID());
            row.stored(segmentKey(id, file), 1);
            segments.persist(row);
        }
        recording.downloaded();
        recording.processing();
        artifacts.put(new Artifact(
                new Artifact.Key(id, "video.mp4"), artifactKey(id), 1, "video/mp4", Duration.ofSeconds(10)));
        switch (end) {
            case PROCESSED -> recording.processed(Outcome.COMPLETE);
            case FAILED -> recording.failed(new Failure.OfRecording("gone", "It is gone.", "None."));
            case CANCELLED -> recording.cancelled();
            case PROCESSING -> {}
            case PENDING, DOWNLOADING, DOWNLOADED, UPLOADING, UPLOADED, SKIPPED ->
                throw new IllegalArgumentException("no test needs a recording that is " + end);
        }
    }

    static String segmentKey(UUID id, WantedFile file) {
        return "recordings/%s/segments/%s-task-1".formatted(id, file.segment().id());
    }

    static String artifactKey(UUID id) {
        return "recordings/%s/artifacts/task-1/video.mp4".formatted(id);
    }

    void put(String key) throws IOException {
        store.put(key, new ByteArrayInputStream(new byte[1]), 1);
    }

    List<String> objects(UUID id) {
        return store.list("recordings/" + id + "/").map(StoredObject::key).toList();
    }
}
