package org.webinararchiver.api.recordings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.util.Optional;
import java.util.UUID;
import org.webinararchiver.api.recordings.RecordingView.FailureView;
import org.webinararchiver.api.recordings.RecordingView.GapView;
import org.webinararchiver.api.recordings.RecordingView.Progress;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.catalog.Artifact;
import org.webinararchiver.platform.catalog.Artifacts;
import org.webinararchiver.platform.catalog.Gap;
import org.webinararchiver.platform.catalog.Gaps;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.task.TaskLedger;

/** Reads what the API shows of a recording. */
@ApplicationScoped
public class RecordingViews {
    private final Recordings recordings;
    private final Segments segments;
    private final Gaps gaps;
    private final Artifacts artifacts;
    private final TaskLedger tasks;

    public RecordingViews(Recordings recordings, Segments segments, Gaps gaps, Artifacts artifacts, TaskLedger tasks) {
        this.recordings = recordings;
        this.segments = segments;
        this.gaps = gaps;
        this.artifacts = artifacts;
        this.tasks = tasks;
    }

    /** @throws NotFoundException when there is no such recording */
    @Transactional
    public RecordingView of(UUID id) {
        var recording = recordings.findByIdOptional(id).orElseThrow(NotFoundException::new);
        var video = video(recording);
        return new RecordingView(
                id,
                recording.link().source(),
                recording.link().page().toString(),
                recording.state(),
                recording.outcome().orElse(null),
                recording.title().orElse(null),
                recording.startedAt().orElse(null),
                video.flatMap(Artifact::duration).or(recording::duration).orElse(null),
                progress(recording),
                gaps.ofRecording(id).stream().map(RecordingViews::gap).toList(),
                recording
                        .failure()
                        .map(failure -> new FailureView(failure.reason(), failure.message(), failure.advice()))
                        .orElse(null),
                video.map(file -> "/api/v1/recordings/%s/artifacts/%s".formatted(id, file.name()))
                        .orElse(null),
                recording.createdAt());
    }

    /** The file that is wanted of a recording, once it is there. */
    private Optional<Artifact> video(Recording recording) {
        return recording.state() == RecordingState.PROCESSED
                ? artifacts.named(recording.id(), recording.options().fileName())
                : Optional.empty();
    }

    /** A finished file of this name; empty when there is none. */
    @Transactional
    public Optional<Artifact> artifact(UUID id, String name) {
        return artifacts.named(id, name);
    }

    private Progress progress(Recording recording) {
        var fetched = segments.progress(recording.id());
        var compiled =
                recording.state() == RecordingState.PROCESSED ? 1 : tasks.progress(recording.id(), TaskKind.COMPILE);
        return new Progress(fetched.total(), fetched.stored(), fetched.missing(), fetched.bytes(), compiled);
    }

    private static GapView gap(Gap gap) {
        return new GapView(
                gap.kind(),
                gap.name().orElse(null),
                gap.participant().orElse(null),
                gap.from().orElse(null),
                gap.to().orElse(null),
                gap.reason());
    }
}
