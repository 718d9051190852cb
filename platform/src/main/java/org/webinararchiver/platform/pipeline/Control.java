package org.webinararchiver.platform.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.catalog.SegmentState;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.task.TaskLedger;

/** What a person may do to a recording that is under way or has failed. */
@ApplicationScoped
public class Control {
    private final Recordings recordings;
    private final Segments segments;
    private final TaskLedger tasks;
    private final Pipeline pipeline;

    public Control(Recordings recordings, Segments segments, TaskLedger tasks, Pipeline pipeline) {
        this.recordings = recordings;
        this.segments = segments;
        this.tasks = tasks;
        this.pipeline = pipeline;
    }

    /**
     * Stops all work at a recording: what waits at once, what runs at its worker's next heartbeat. One that has ended
     * is left as it is.
     */
    @Transactional
    public Recording cancel(UUID id) {
        var recording = recordings.locked(id);
        recording.cancelled();
        tasks.cancelOpen(id);
        return recording;
    }

    /** Keeps whatever there is of a recording from being removed. */
    @Transactional
    public Recording hold(UUID id) {
        var recording = recordings.locked(id);
        recording.hold();
        return recording;
    }

    /** Ends a hold. */
    @Transactional
    public Recording release(UUID id) {
        var recording = recordings.locked(id);
        recording.release();
        return recording;
    }

    /** Takes a recording that failed or was cancelled up again at the step that it did not finish. */
    @Transactional
    public Recording retry(UUID id) {
        var recording = recordings.locked(id);
        if (recording.state() != RecordingState.FAILED && recording.state() != RecordingState.CANCELLED) {
            return recording;
        }
        if (recording.manifestKey().isEmpty() || isMissingSegments(id)) {
            recording.again();
            pipeline.submitted(recording);
        } else {
            recording.goOnFrom(RecordingState.DOWNLOADED);
            pipeline.add(recording, TaskKind.COMPILE);
        }
        return recording;
    }

    private boolean isMissingSegments(UUID id) {
        return segments.count("key.recording = ?1 and state <> ?2", id, SegmentState.STORED) > 0;
    }
}
