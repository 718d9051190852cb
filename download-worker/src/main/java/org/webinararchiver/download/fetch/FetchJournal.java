package org.webinararchiver.download.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.catalog.StoredSegment;
import org.webinararchiver.platform.pipeline.Pipeline;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.task.ClaimedTask;
import org.webinararchiver.platform.task.TaskLedger;
import org.webinararchiver.platform.task.Transactions;
import org.webinararchiver.platform.upload.Uploads;

/**
 * Writes what has become of each segment, as long as the task is still ours. Of several damaged versions of a file the
 * longest is kept, and what was kept goes when a whole one came.
 */
@ApplicationScoped
public class FetchJournal {
    private static final Logger LOG = Logger.getLogger(FetchJournal.class);

    private final TaskLedger ledger;
    private final Segments segments;
    private final Uploads uploads;
    private final Recordings recordings;
    private final Pipeline pipeline;
    private final ObjectStore store;
    private final Transactions transactions;

    public FetchJournal(
            TaskLedger ledger,
            Segments segments,
            Uploads uploads,
            Recordings recordings,
            Pipeline pipeline,
            ObjectStore store,
            Transactions transactions) {
        this.ledger = ledger;
        this.segments = segments;
        this.uploads = uploads;
        this.recordings = recordings;
        this.pipeline = pipeline;
        this.store = store;
        this.transactions = transactions;
    }

    /** For all segments of a batch, from many threads. */
    BatchJournal of(ClaimedTask task) {
        return new BatchJournal(ended -> note(task, ended));
    }

    /** Notes all of them or none. What may succeed later is not noted as lost: the segment stays wanted. */
    private void note(ClaimedTask task, List<Ended> ended) {
        var needless = transactions.call(() -> {
            // The recording first, like everybody who locks both; only what may add a task needs it.
            var recording = ended.stream().map(Ended::outcome).anyMatch(FetchJournal::mayWantTwin)
                    ? Optional.of(recordings.locked(task.recording()))
                    : Optional.<Recording>empty();
            ledger.mustHold(task);
            uploads.completed(task.recording(), wholeOf(ended));
            var rows = segments.of(
                    task.recording(),
                    ended.stream().map(Ended::segment).map(Segment::id).toList());
            return ended.stream()
                    .flatMap(one -> note(rows.get(one.segment().id()), one.outcome(), recording))
                    .toList();
        });
        needless.forEach(this::remove);
    }

    /** Answers what is no longer needed of its objects. */
    private Stream<String> note(StoredSegment row, FetchOutcome outcome, Optional<Recording> recording) {
        var objects = Stream.concat(row.keptKey().stream(), objectOf(outcome)).collect(Collectors.toSet());
        note(row, outcome);
        recording.filter(ours -> mayWantTwin(outcome)).ifPresent(ours -> wantTwin(ours, row, outcome));
        row.keptKey().ifPresent(objects::remove);
        row.objectKey().ifPresent(objects::remove);
        return objects.stream();
    }

    private static List<String> wholeOf(List<Ended> ended) {
        return ended.stream()
                .filter(one -> cameWhole(one.outcome()))
                .map(one -> one.segment().id())
                .toList();
    }

    /** Whatever it is worth: an upload of it is over. */
    private static boolean cameWhole(FetchOutcome outcome) {
        return switch (outcome) {
            case FetchOutcome.Stored stored -> true;
            case FetchOutcome.Damaged damaged -> true;
            case FetchOutcome.Failed failed -> false;
        };
    }

    /** Where a file is given up, or has turned out to have no picture. */
    private static boolean mayWantTwin(FetchOutcome outcome) {
        return switch (outcome) {
            case FetchOutcome.Stored stored -> lacksPicture(stored);
            case FetchOutcome.Damaged(var failure, var usable) -> isForGood(failure);
            case FetchOutcome.Failed(var failure) -> isForGood(failure);
        };
    }

    private static boolean lacksPicture(FetchOutcome.Stored stored) {
        return stored.media().filter(media -> media.video().isEmpty()).isPresent();
    }

    private static boolean isForGood(Failure failure) {
        return failure instanceof Failure.OfTask || failure instanceof Failure.OfRecording;
    }

    /** Of a damaged file the best version may have been put in place. */
    private void wantTwin(Recording recording, StoredSegment row, FetchOutcome outcome) {
        pipeline.fileMissing(recording, row);
        boolean lacksPicture =
                switch (outcome) {
                    case FetchOutcome.Stored stored -> lacksPicture(stored);
                    case FetchOutcome.Damaged(var failure, var usable) ->
                        usable.filter(FetchJournal::lacksPicture).isPresent();
                    case FetchOutcome.Failed failed -> false;
                };
        if (lacksPicture) {
            pipeline.pictureMissing(recording, row);
        }
    }

    private static Stream<String> objectOf(FetchOutcome outcome) {
        return switch (outcome) {
            case FetchOutcome.Stored stored -> Stream.of(stored.objectKey());
            case FetchOutcome.Damaged damaged -> damaged.usable().stream().map(FetchOutcome.Stored::objectKey);
            case FetchOutcome.Failed failed -> Stream.empty();
        };
    }

    private static void note(StoredSegment row, FetchOutcome outcome) {
        switch (outcome) {
            case FetchOutcome.Stored stored -> row.stored(stored.objectKey(), stored.bytes());
            case FetchOutcome.Failed failed -> noteFailure(row, failed.failure());
            case FetchOutcome.Damaged damaged -> {
                row.cameDamaged();
                damaged.usable().ifPresent(usable -> row.keep(usable.objectKey(), usable.bytes(), damaged.failure()));
                noteFailure(row, damaged.failure());
            }
        }
    }

    private static void noteFailure(StoredSegment row, Failure failure) {
        switch (failure) {
            case Failure.Retryable again -> {}
            case Failure.NoAttempt untried -> {}
            case Failure.OfTask lost -> row.missing(lost);
            case Failure.OfRecording lost -> row.missing(lost);
        }
    }

    /** A worse version of a file; should the store not answer now, it stays there without harm. */
    private void remove(String objectKey) {
        try {
            store.delete(objectKey);
        } catch (IOException e) {
            LOG.debugf(e, "%s could not be removed", objectKey);
        }
    }
}
