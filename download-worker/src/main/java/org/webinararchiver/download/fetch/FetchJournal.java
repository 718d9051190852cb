package org.webinararchiver.download.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.catalog.StoredSegment;
import org.webinararchiver.platform.task.ClaimedTask;
import org.webinararchiver.platform.task.TaskLedger;
import org.webinararchiver.platform.task.Transactions;

/** Writes what has become of each segment, as long as the task is still ours. */
@ApplicationScoped
public class FetchJournal {
    private final TaskLedger ledger;
    private final Segments segments;
    private final Transactions transactions;

    public FetchJournal(TaskLedger ledger, Segments segments, Transactions transactions) {
        this.ledger = ledger;
        this.segments = segments;
        this.transactions = transactions;
    }

    /** What may succeed later is not noted: the segment stays wanted. */
    void note(ClaimedTask task, Segment segment, FetchOutcome outcome) {
        transactions.run(() -> {
            ledger.mustHold(task);
            var row = segments.findById(new StoredSegment.Key(task.recording(), segment.id()));
            switch (outcome) {
                case FetchOutcome.Stored stored -> row.stored(stored.objectKey(), stored.bytes());
                case FetchOutcome.Failed failed -> noteFailure(row, failed.failure());
            }
        });
    }

    private static void noteFailure(StoredSegment row, Failure failure) {
        switch (failure) {
            case Failure.Retryable again -> {}
            case Failure.NoAttempt untried -> {}
            case Failure.OfTask lost -> row.missing(lost);
            case Failure.OfRecording lost -> row.missing(lost);
        }
    }
}
