package org.webinararchiver.platform.pipeline;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.task.ClaimedTask;
import org.webinararchiver.platform.task.TaskClaims;
import org.webinararchiver.platform.task.TaskLedger;
import org.webinararchiver.platform.task.Transactions;

/** The pipeline at work on one recording. */
abstract class PipelineUnderTest {
    @Inject
    Pipeline pipeline;

    @Inject
    Recordings recordings;

    @Inject
    TaskLedger ledger;

    @Inject
    TaskClaims claims;

    @Inject
    Transactions transactions;

    UUID recording;

    /** The tasks of other tests are left aside: claimed, they are simply not ours. */
    ClaimedTask claim(TaskKind kind) {
        return transactions.call(() -> {
            var claimed = claims.claim(kind, "worker", Duration.ofMinutes(5)).orElseThrow();
            while (!claimed.recording().equals(recording)) {
                claimed = claims.claim(kind, "worker", Duration.ofMinutes(5)).orElseThrow();
            }
            return claimed;
        });
    }

    void onLocked(Consumer<Recording> step) {
        transactions.run(() -> step.accept(recordings.locked(recording)));
    }

    long open(TaskKind kind) {
        return transactions.call(() -> ledger.open(recording, kind));
    }

    RecordingState state() {
        return transactions.call(() -> recordings.findById(recording).state());
    }
}
