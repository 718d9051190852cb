package org.webinararchiver.api.recordings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.webinararchiver.api.problem.Problem;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.pipeline.Control;
import org.webinararchiver.platform.removal.Removal;
import org.webinararchiver.platform.removal.RemovedObjects;
import org.webinararchiver.platform.task.Pauses;
import org.webinararchiver.platform.task.Transactions;

/** What may be done to a recording that is there. */
@ApplicationScoped
public class RecordingControl {
    private final Recordings recordings;
    private final Control control;
    private final Pauses pauses;
    private final Removal removal;
    private final RemovedObjects objects;
    private final Transactions transactions;

    public RecordingControl(
            Recordings recordings,
            Control control,
            Pauses pauses,
            Removal removal,
            RemovedObjects objects,
            Transactions transactions) {
        this.recordings = recordings;
        this.control = control;
        this.pauses = pauses;
        this.removal = removal;
        this.objects = objects;
        this.transactions = transactions;
    }

    void cancel(UUID id) {
        control.cancel(id);
    }

    void retry(UUID id) {
        control.retry(id);
    }

    @Transactional
    void pause(UUID id) {
        mustBeUnderWay(id);
        pauses.pause(new Pauses.Scope.OfRecording(id));
    }

    @Transactional
    void resume(UUID id) {
        mustBeUnderWay(id);
        pauses.resume(new Pauses.Scope.OfRecording(id));
    }

    private void mustBeUnderWay(UUID id) {
        if (recordings.locked(id).state().isFinal()) {
            throw Problem.refused(
                    409,
                    "has-ended",
                    "This recording has come to its end.",
                    "Nothing is done to it that could be paused or resumed.");
        }
    }

    void hold(UUID id) {
        control.hold(id);
    }

    void release(UUID id) {
        control.release(id);
    }

    void remove(UUID id) {
        transactions.run(() -> {
            mustNotBeHeld(id);
            removal.remove(id);
        });
        objects.deleteSoon(id);
    }

    private void mustNotBeHeld(UUID id) {
        if (recordings.locked(id).isHeld()) {
            throw Problem.refused(
                    409, "held", "This recording is held.", "Release it first: POST /api/v1/recordings/{id}/release.");
        }
    }
}
