package org.webinararchiver.platform.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.task.Transition;
import org.webinararchiver.core.task.Verdict;
import org.webinararchiver.platform.catalog.NoSuchRecording;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.telemetry.RecordingMeters;

/**
 * Writes how an attempt ended. The recording's row is always locked before the task's, so that whoever ends a task and
 * whoever cancels a recording cannot wait for each other.
 */
@ApplicationScoped
public class TaskEndings {
    private final TaskLedger ledger;
    private final Recordings recordings;
    private final Transactions transactions;
    private final RecordingMeters meters;

    public TaskEndings(TaskLedger ledger, Recordings recordings, Transactions transactions, RecordingMeters meters) {
        this.ledger = ledger;
        this.recordings = recordings;
        this.transactions = transactions;
        this.meters = meters;
    }

    /** The task is done; its effect is written with it or not at all. */
    public void succeeded(ClaimedTask task, Effect effect) {
        meters.taskEnded(transactions.call(() -> {
            var recording = locked(task);
            ledger.apply(task.id(), new Transition.Succeed(task.fence()));
            effect.on(recording);
            return recording;
        }));
    }

    /** It was not done; the verdict says what follows. */
    public void failed(ClaimedTask task, TaskHandler handler, Verdict verdict, Failure failure) {
        meters.taskEnded(transactions.call(() -> {
            var recording = locked(task);
            switch (verdict) {
                case Verdict.TryAgain again ->
                    ledger.apply(task.id(), new Transition.Rest(task.fence(), again.pause()), failure);
                case Verdict.HandBack back ->
                    ledger.apply(task.id(), new Transition.HandBack(task.fence(), back.pause()), failure);
                case Verdict.GiveUpTask give -> {
                    ledger.apply(task.id(), new Transition.GiveUp(task.fence()), failure);
                    handler.givenUp(task, recording, failure);
                }
                case Verdict.GiveUpRecording give -> {
                    ledger.apply(task.id(), new Transition.GiveUp(task.fence()), failure);
                    fail(recording, failure);
                }
            }
            return recording;
        }));
    }

    /** A recording that was removed took its tasks with it. */
    private Recording locked(ClaimedTask task) {
        try {
            return recordings.locked(task.recording());
        } catch (NoSuchRecording removed) {
            throw new LeaseLost(task.id());
        }
    }

    /** The worker ends before the task does. */
    public void handedBack(ClaimedTask task) {
        transactions.run(() -> ledger.apply(task.id(), new Transition.HandBack(task.fence(), Duration.ZERO)));
    }

    private void fail(Recording recording, Failure failure) {
        recording.failed(failure);
        ledger.cancelOpen(recording.id());
    }
}
