package org.webinararchiver.api.recordings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.webinararchiver.api.access.Submitter;
import org.webinararchiver.api.audit.Action;
import org.webinararchiver.api.audit.AuditLog;
import org.webinararchiver.api.audit.Deed;
import org.webinararchiver.api.problem.Problem;
import org.webinararchiver.platform.catalog.Recording;
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
    private final AuditLog audit;

    public RecordingControl(
            Recordings recordings,
            Control control,
            Pauses pauses,
            Removal removal,
            RemovedObjects objects,
            Transactions transactions,
            AuditLog audit) {
        this.audit = audit;
        this.recordings = recordings;
        this.control = control;
        this.pauses = pauses;
        this.removal = removal;
        this.objects = objects;
        this.transactions = transactions;
    }

    @Transactional
    void cancel(Submitter who, UUID id) {
        control.cancel(id);
        note(who, id, Action.CANCEL);
    }

    @Transactional
    void retry(Submitter who, UUID id) {
        control.retry(id, who.allowance());
        note(who, id, Action.RETRY);
    }

    @Transactional
    void pause(Submitter who, UUID id) {
        mustBeUnderWay(id);
        pauses.pause(new Pauses.Scope.OfRecording(id));
        note(who, id, Action.PAUSE);
    }

    @Transactional
    void resume(Submitter who, UUID id) {
        mustBeUnderWay(id);
        pauses.resume(new Pauses.Scope.OfRecording(id));
        note(who, id, Action.RESUME);
    }

    private void note(Submitter who, UUID id, Action action) {
        audit.note(who.actor(), Deed.to(id, action));
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

    @Transactional
    void hold(Submitter who, UUID id) {
        control.hold(id);
        note(who, id, Action.HOLD);
    }

    @Transactional
    void release(Submitter who, UUID id) {
        control.release(id);
        note(who, id, Action.RELEASE);
    }

    void remove(Submitter who, UUID id) {
        transactions.run(() -> {
            var page = mustNotBeHeld(id).link().page().toString();
            removal.remove(id);
            audit.note(who.actor(), Deed.to(id, Action.REMOVE, page));
        });
        objects.deleteSoon(id);
    }

    private Recording mustNotBeHeld(UUID id) {
        var recording = recordings.locked(id);
        if (recording.isHeld()) {
            throw Problem.refused(
                    409, "held", "This recording is held.", "Release it first: POST /api/v1/recordings/{id}/release.");
        }
        return recording;
    }
}
