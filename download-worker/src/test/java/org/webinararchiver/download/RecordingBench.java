package org.webinararchiver.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.webinararchiver.core.manifest.WantedFile;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.core.secret.Pass;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.catalog.StoredSegment;
import org.webinararchiver.platform.intake.Intake;
import org.webinararchiver.platform.task.Transactions;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.sources.Sources;

/** Recordings that a test submits to the worker, and what becomes of them. */
@ApplicationScoped
class RecordingBench {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Intake intake;
    private final Sources sources;
    private final Recordings recordings;
    private final Segments segments;
    private final Transactions transactions;

    RecordingBench(
            Intake intake, Sources sources, Recordings recordings, Segments segments, Transactions transactions) {
        this.intake = intake;
        this.sources = sources;
        this.recordings = recordings;
        this.segments = segments;
        this.transactions = transactions;
    }

    /** Of an owner who has nothing else. */
    UUID submitted(URI link) {
        return submitted(link, Pass.NONE);
    }

    UUID submitted(URI link, Pass pass) {
        return submitted(UUID.randomUUID().toString(), link, pass);
    }

    UUID submitted(String owner, URI link, Pass pass) {
        var recognised = sources.recognise(link.toString()).orElseThrow();
        var recording = intake.submit(owner, recognised.with(pass));
        assertThat(recording.state()).isEqualTo(RecordingState.PENDING);
        return recording.id();
    }

    UUID downloaded(URI link) {
        return downloaded(link, Pass.NONE);
    }

    UUID downloaded(URI link, Pass pass) {
        var id = submitted(link, pass);
        awaitState(id, RecordingState.DOWNLOADED);
        return id;
    }

    void awaitState(UUID id, RecordingState state) {
        await().atMost(PATIENCE).until(() -> stateOf(id), state::equals);
    }

    RecordingState stateOf(UUID id) {
        return find(id).state();
    }

    /** Why it failed. */
    String reasonOf(UUID id) {
        return find(id).failure().orElseThrow().reason();
    }

    Recording find(UUID id) {
        return transactions.call(() -> recordings.findById(id));
    }

    List<StoredSegment> segmentsOf(UUID id) {
        return transactions.call(() -> segments.ofRecording(id));
    }

    /** The media file of a take; empty as long as nothing is planned. */
    Optional<StoredSegment> mediaOf(UUID id, Take take) {
        return segmentsOf(id).stream()
                .filter(segment -> segment.kind() == WantedFile.Kind.MEDIA)
                .filter(segment -> isOf(take, segment.segment().url()))
                .reduce((one, other) -> {
                    throw new AssertionError("two files of one take: " + one.segment() + " and " + other.segment());
                });
    }

    private static boolean isOf(Take take, URI url) {
        return Path.of(url.getPath())
                .getFileName()
                .toString()
                .replace(".mp4", "")
                .equals(take.file());
    }
}
