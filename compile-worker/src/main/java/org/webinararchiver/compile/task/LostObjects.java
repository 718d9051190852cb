package org.webinararchiver.compile.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.catalog.SegmentState;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.catalog.StoredSegment;
import org.webinararchiver.platform.catalog.TwinStore;
import org.webinararchiver.platform.pipeline.Pipeline;
import org.webinararchiver.platform.storage.NoSuchObject;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.StoredObject;
import org.webinararchiver.platform.task.ClaimedTask;
import org.webinararchiver.platform.task.Effect;
import org.webinararchiver.platform.task.Transactions;

/**
 * What follows when the store does not have what the rows say, as after a restore from a backup of another time: what
 * is lost is fetched again, and nothing else.
 */
@ApplicationScoped
public class LostObjects {
    private static final Logger LOG = Logger.getLogger(LostObjects.class);

    private final ObjectStore store;
    private final Recordings recordings;
    private final Segments segments;
    private final TwinStore twins;
    private final Pipeline pipeline;
    private final Transactions transactions;

    public LostObjects(
            ObjectStore store,
            Recordings recordings,
            Segments segments,
            TwinStore twins,
            Pipeline pipeline,
            Transactions transactions) {
        this.store = store;
        this.recordings = recordings;
        this.segments = segments;
        this.twins = twins;
        this.pipeline = pipeline;
        this.transactions = transactions;
    }

    /**
     * Looks what else is lost of the recording.
     *
     * @param met by whoever was at work at this task
     * @throws NoSuchObject the same, when it is nothing that can be fetched
     */
    Effect fetchedAgain(ClaimedTask task, NoSuchObject met) throws IOException {
        var kept = kept(task);
        var lost = new HashSet<String>();
        for (var row : transactions.call(() -> segments.ofRecording(task.recording()))) {
            if (row.state() == SegmentState.STORED && isLost(row, kept)) {
                lost.add(row.segment().id());
            }
        }
        if (lost.isEmpty() && kept.contains(manifest(task))) {
            throw met;
        }
        LOG.warnf(
                "recording %s: %d files are not in the store any more (%s); they are fetched again",
                task.recording(), lost.size(), met.getMessage());
        return recording -> pipeline.filesLost(recording, lost);
    }

    private Set<String> kept(ClaimedTask task) throws IOException {
        try (var objects = store.list("recordings/" + task.recording() + "/")) {
            return objects.map(StoredObject::key).collect(Collectors.toSet());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String manifest(ClaimedTask task) {
        return transactions
                .call(() -> recordings.findById(task.recording()).manifestKey())
                .orElseThrow();
    }

    private boolean isLost(StoredSegment row, Set<String> kept) throws IOException {
        var key = row.objectKey().orElseThrow();
        return !kept.contains(key)
                || row.kind().isTwin() && twins.get(key).stream().anyMatch(run -> !kept.contains(run.objectKey()));
    }
}
