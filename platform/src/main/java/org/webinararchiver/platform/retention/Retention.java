package org.webinararchiver.platform.retention;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.webinararchiver.core.manifest.WantedFile;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.catalog.SegmentState;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.catalog.StoredSegment;
import org.webinararchiver.platform.removal.Removal;
import org.webinararchiver.platform.removal.RemovedObjects;
import org.webinararchiver.platform.retention.Aged.Kind;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.task.Transactions;

/**
 * Removes what is older than it is to be kept: rows first, objects after them, so that no row points to nothing. An
 * object that could not be removed is an orphan then, and is collected.
 */
@ApplicationScoped
public class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final UUID START = new UUID(0, 0);

    private final Aged aged;
    private final Removal removal;
    private final RemovedObjects objects;
    private final Recordings recordings;
    private final Segments segments;
    private final ObjectStore store;
    private final Transactions transactions;

    public Retention(
            Aged aged,
            Removal removal,
            RemovedObjects objects,
            Recordings recordings,
            Segments segments,
            ObjectStore store,
            Transactions transactions) {
        this.aged = aged;
        this.removal = removal;
        this.objects = objects;
        this.recordings = recordings;
        this.segments = segments;
        this.store = store;
        this.transactions = transactions;
    }

    /** Looks through all of it once. */
    public void look(RetentionSettings settings) {
        settings.failed().ifPresent(this::removeFailed);
        settings.recordings().ifPresent(this::removeRecordings);
        settings.segments().ifPresent(this::dropSegments);
    }

    /**
     * Removes recordings that were finished before that.
     *
     * @return how many
     */
    int removeRecordings(Duration age) {
        return each(Kind.RECORDINGS, age, "finished recordings were removed", id -> remove(Kind.RECORDINGS, age, id));
    }

    /** The same of those that failed or were cancelled. */
    int removeFailed(Duration age) {
        return each(Kind.FAILED, age, "failed recordings were removed", id -> remove(Kind.FAILED, age, id));
    }

    /** Removes the media of recordings that were finished before that; answers of how many. */
    int dropSegments(Duration age) {
        return each(Kind.SEGMENTS, age, "recordings lost the files they were made of", id -> drop(age, id));
    }

    private int each(Kind kind, Duration age, String what, Predicate<UUID> work) {
        int done = 0;
        var after = START;
        List<UUID> page;
        do {
            var from = after;
            page = transactions.call(() -> aged.page(kind, age, from));
            for (var id : page) {
                done += work.test(id) ? 1 : 0;
                after = id;
            }
        } while (page.size() == Aged.PAGE);
        if (done > 0) {
            LOG.infof("%d %s, after %s", done, what, age);
        }
        return done;
    }

    private boolean remove(Kind kind, Duration age, UUID id) {
        boolean removed = transactions.call(() -> {
            if (!aged.isStill(kind, age, id)) {
                return false;
            }
            removal.remove(id);
            return true;
        });
        if (removed) {
            objects.deleteSoon(id);
        }
        return removed;
    }

    private boolean drop(Duration age, UUID id) {
        var dropped = transactions.call(() -> {
            if (!aged.isStill(Kind.SEGMENTS, age, id)) {
                return List.<String>of();
            }
            recordings.locked(id).sourcesDropped();
            return dropRows(id);
        });
        try {
            for (var object : dropped) {
                store.delete(object);
            }
        } catch (IOException e) {
            LOG.warnf("objects of recording %s are left to be collected: %s", id, e.getMessage());
        }
        return !dropped.isEmpty();
    }

    /**
     * Answers the objects that are of no use any more. A twin is several objects, which are left to be collected: a new
     * attempt looks for what is there of it.
     */
    private List<String> dropRows(UUID id) {
        var useless = new ArrayList<String>();
        for (var row : segments.ofRecording(id)) {
            if (row.state() == SegmentState.STORED && isMedia(row)) {
                var ofRow = row.drop();
                if (row.kind() == WantedFile.Kind.MEDIA) {
                    useless.addAll(ofRow);
                }
            }
        }
        return useless;
    }

    private static boolean isMedia(StoredSegment row) {
        return row.kind() == WantedFile.Kind.MEDIA || row.kind().isTwin();
    }
}
