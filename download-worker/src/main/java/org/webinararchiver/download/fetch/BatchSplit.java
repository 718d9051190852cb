package org.webinararchiver.download.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.catalog.StoredSegment;
import org.webinararchiver.platform.pipeline.Pipeline;
import org.webinararchiver.platform.task.ClaimedTask;
import org.webinararchiver.platform.task.TaskLedger;
import org.webinararchiver.platform.task.Transactions;

/** Gives a part of a batch that is under way to others, as long as the task is still ours. */
@ApplicationScoped
public class BatchSplit {
    private final TaskLedger ledger;
    private final Recordings recordings;
    private final Segments segments;
    private final Pipeline pipeline;
    private final Transactions transactions;

    public BatchSplit(
            TaskLedger ledger, Recordings recordings, Segments segments, Pipeline pipeline, Transactions transactions) {
        this.ledger = ledger;
        this.recordings = recordings;
        this.segments = segments;
        this.pipeline = pipeline;
        this.transactions = transactions;
    }

    /** From now on the task is not about these any more, which others may take at once. */
    void leave(ClaimedTask task, List<Segment> left) {
        var ids = left.stream().map(Segment::id).collect(Collectors.toSet());
        transactions.run(() -> {
            // The recording first, like everybody who locks both.
            var recording = recordings.locked(task.recording());
            ledger.mustHold(task);
            pipeline.regrouped(
                    recording,
                    segments.wantedBy(task.id()).stream()
                            .map(StoredSegment::wantedFile)
                            .filter(file -> ids.contains(file.segment().id()))
                            .toList());
        });
    }
}
