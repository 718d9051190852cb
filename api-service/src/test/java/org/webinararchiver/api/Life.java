package org.webinararchiver.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.recording.Companion;
import org.webinararchiver.core.recording.Outcome;
import org.webinararchiver.core.recording.RenditionName;
import org.webinararchiver.platform.catalog.Artifact;
import org.webinararchiver.platform.catalog.Artifacts;
import org.webinararchiver.platform.catalog.ManifestStore;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.catalog.StoredSegment;
import org.webinararchiver.platform.intake.Intake;
import org.webinararchiver.platform.pipeline.Pipeline;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.task.Transactions;
import org.webinararchiver.sources.Sources;

/** Takes recordings through the steps of their life, as the workers do. */
@ApplicationScoped
public class Life {
    private final Sources sources;
    private final Intake intake;
    private final Pipeline pipeline;
    private final Recordings recordings;
    private final Segments segments;
    private final Artifacts artifacts;
    private final ManifestStore manifests;
    private final ObjectStore store;
    private final Transactions transactions;

    public Life(
            Sources sources,
            Intake intake,
            Pipeline pipeline,
            Recordings recordings,
            Segments segments,
            Artifacts artifacts,
            ManifestStore manifests,
            ObjectStore store,
            Transactions transactions) {
        this.sources = sources;
        this.intake = intake;
        this.pipeline = pipeline;
        this.recordings = recordings;
        this.segments = segments;
        this.artifacts = artifacts;
        this.manifests = manifests;
        this.store = store;
        this.transactions = transactions;
    }

    public UUID submitted() {
        return submitted(Owner.EVERYBODY);
    }

    public UUID submitted(String owner) {
        return intake.submit(owner, sources.recognise(Samples.link()).orElseThrow())
                .id();
    }

    /** The source has told what there is; the title is "Algebra". */
    public void planned(UUID id) {
        change(id, recording -> pipeline.planned(recording, Samples.manifest(), "manifest"));
    }

    /** The source has told that it consists of this. */
    public void planned(UUID id, Manifest manifest) throws IOException {
        var key = manifests.put(id, manifest);
        change(id, recording -> pipeline.planned(recording, manifest, key));
    }

    /** This file of it can not be had. */
    public void missing(UUID id, String segment) {
        transactions.run(() -> segments.findById(new StoredSegment.Key(id, segment))
                .missing(new Failure.OfTask("gone", "The file is gone.", "Nothing.")));
    }

    /** One of its two files is there. */
    public void fetchedOne(UUID id, long bytes) {
        var first = Samples.manifest().segments().getFirst();
        transactions.run(
                () -> segments.findById(new StoredSegment.Key(id, first.id())).stored("key", bytes));
    }

    public void failed(UUID id) {
        change(id, recording -> recording.failed(new Failure.OfRecording("private", "It is private.", "Log in.")));
    }

    /** Its file has come to be, of these bytes. */
    public void finished(UUID id, byte[] video) throws IOException {
        finished(id, "video.mp4", video);
    }

    public void finished(UUID id, String name, byte[] video) throws IOException {
        var key = "recordings/" + id + "/" + name;
        store.put(key, new ByteArrayInputStream(video), video.length);
        change(id, recording -> {
            recording.planned(Samples.manifest(), "manifest");
            recording.downloaded();
            recording.processing();
            artifacts.put(new Artifact(
                    new Artifact.Key(id, name),
                    key,
                    video.length,
                    new RenditionName(name).mediaType(),
                    Duration.ofSeconds(10)));
            recording.processed(Outcome.COMPLETE);
        });
    }

    /** This is beside its file {@code video.mp4}. */
    public void accompanied(UUID id, Companion companion, byte[] content) throws IOException {
        var name = companion.beside("video.mp4");
        var key = "recordings/" + id + "/" + UUID.randomUUID();
        store.put(key, new ByteArrayInputStream(content), content.length);
        change(
                id,
                recording -> artifacts.put(
                        new Artifact(new Artifact.Key(id, name), key, content.length, companion.mediaType())));
    }

    public void change(UUID id, Consumer<Recording> step) {
        transactions.run(() -> step.accept(recordings.locked(id)));
    }
}
