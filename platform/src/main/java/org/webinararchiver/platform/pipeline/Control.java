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
import org.webinararchiver.platform.quota.Allowance;
import org.webinararchiver.platform.quota.OverQuota;
import org.webinararchiver.platform.quota.Quotas;
import org.webinararchiver.platform.task.TaskLedger;

/** What a person may do to a recording that is under way or has failed. */
@ApplicationScoped
public class Control {
    private final Recordings recordings;
    private final Segments segments;
    private final TaskLedger tasks;
    private final Pipeline pipeline;
    private final Quotas quotas;

    public Control(Recordings recordings, Segments segments, TaskLedger tasks, Pipeline pipeline, Quotas quotas) {
        this.quotas = quotas;
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

    /** As {@link #retry(UUID, Allowance)}, without a limit. */
    @Transactional
    public Recording retry(UUID id) {
        return retry(id, Allowance.UNLIMITED);
    }

    /**
     * Takes a recording that failed or was cancelled up again at the step that it did not finish; any other is left as
     * it is.
     *
     * @throws OverQuota when no more may be begun
     */
    @Transactional
    public Recording retry(UUID id, Allowance allowance) {
        quotas.oneAtATime(allowance);
        var recording = recordings.locked(id);
        if (recording.state() != RecordingState.FAILED && recording.state() != RecordingState.CANCELLED) {
            return recording;
        }
        quotas.take(allowance);
        recording.begunBy(allowance.actor());
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
