package org.webinararchiver.download.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.platform.catalog.Identifiers;
import org.webinararchiver.platform.storage.MultipartUpload;
import org.webinararchiver.platform.storage.UploadedPart;
import org.webinararchiver.platform.task.ClaimedTask;
import org.webinararchiver.platform.task.TaskLedger;
import org.webinararchiver.platform.task.Transactions;
import org.webinararchiver.platform.upload.Upload;
import org.webinararchiver.platform.upload.Uploads;

/** Writes down the uploads of large segments in PostgreSQL, as long as the task is still ours. */
@ApplicationScoped
public class SegmentUploads {
    private final TaskLedger ledger;
    private final Uploads uploads;
    private final Identifiers identifiers;
    private final Transactions transactions;

    public SegmentUploads(TaskLedger ledger, Uploads uploads, Identifiers identifiers, Transactions transactions) {
        this.ledger = ledger;
        this.uploads = uploads;
        this.identifiers = identifiers;
        this.transactions = transactions;
    }

    /** Those that are under way, by their segments' ids. */
    Map<String, Upload> underWay(ClaimedTask task) {
        return transactions.call(() -> uploads.underWay(task.recording()));
    }

    /** Where to write what becomes of one of them. */
    UploadNotes notes(ClaimedTask task, Segment segment, Optional<Upload> underWay) {
        return new Notes(task, segment, underWay);
    }

    private final class Notes implements UploadNotes {
        private final ClaimedTask task;
        private final Segment segment;
        private Optional<Upload> underWay;

        Notes(ClaimedTask task, Segment segment, Optional<Upload> underWay) {
            this.task = task;
            this.segment = segment;
            this.underWay = underWay;
        }

        @Override
        public Optional<Upload> underWay() {
            return underWay;
        }

        @Override
        public Upload begun(MultipartUpload place, FileVersion version, long partLength) {
            var upload =
                    new Upload(identifiers.next(), place, version.validator(), version.length(), partLength, List.of());
            write(() -> uploads.begun(task.recording(), segment.id(), upload));
            underWay = Optional.of(upload);
            return upload;
        }

        @Override
        public void stored(Upload upload, UploadedPart part) {
            write(() -> uploads.stored(upload.id(), part));
        }

        @Override
        public void abandoned() {
            write(() -> uploads.abandon(task.recording(), segment.id()));
            underWay = Optional.empty();
        }

        private void write(Runnable note) {
            transactions.run(() -> {
                ledger.mustHold(task);
                note.run();
            });
        }
    }
}
