package org.webinararchiver.download.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.webinararchiver.core.link.RecordingLink;
import org.webinararchiver.core.manifest.Clip;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Participant;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.catalog.ManifestStore;
import org.webinararchiver.platform.catalog.Recording;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.catalog.StoredSegment;
import org.webinararchiver.platform.task.Attempt;
import org.webinararchiver.platform.task.ClaimedTask;
import org.webinararchiver.platform.task.TaskLedger;
import org.webinararchiver.platform.task.Transactions;

/** Batches that a test holds itself, so that no worker takes them. */
@ApplicationScoped
class FetchBench {
    private final Recordings recordings;
    private final Segments segments;
    private final ManifestStore manifests;
    private final TaskLedger ledger;
    private final Transactions transactions;

    FetchBench(
            Recordings recordings,
            Segments segments,
            ManifestStore manifests,
            TaskLedger ledger,
            Transactions transactions) {
        this.recordings = recordings;
        this.segments = segments;
        this.manifests = manifests;
        this.ledger = ledger;
        this.transactions = transactions;
    }

    /** A batch of these files, held by its first worker. */
    ClaimedTask batchOf(List<URI> urls) throws IOException {
        var manifest = manifest(urls);
        var id = UUID.randomUUID();
        var task = new ClaimedTask(UUID.randomUUID(), id, TaskKind.FETCH, 1, 1);
        var key = manifests.put(id, manifest);
        transactions.run(() -> {
            var link = new RecordingLink("mts-link", urls.getFirst(), id.toString());
            var recording = new Recording(id, id.toString(), link);
            recording.planned(manifest, key);
            recordings.persistAndFlush(recording);
            ledger.add(task.id(), id, TaskKind.FETCH);
            hold(task);
            manifest.wantedFiles().forEach(file -> segments.persist(new StoredSegment(id, file, task.id())));
        });
        return task;
    }

    /** The same batch, taken from its holder by the next worker. */
    ClaimedTask takenOver(ClaimedTask task) {
        var next = new ClaimedTask(task.id(), task.recording(), task.kind(), task.attempt() + 1, task.fence() + 1);
        transactions.run(() -> hold(next));
        return next;
    }

    private void hold(ClaimedTask task) {
        recordings
                .getEntityManager()
                .createNativeQuery("""
                        update task set state = 'LEASED', ready = false, lease_holder = 'test', fence = :fence,
                                        attempts = :attempts, lease_until = clock_timestamp() + interval '1 hour'
                        where id = :id
                        """)
                .setParameter("fence", task.fence())
                .setParameter("attempts", task.attempt())
                .setParameter("id", task.id())
                .executeUpdate();
    }

    static Attempt attemptAt(ClaimedTask task) {
        return new Attempt() {
            @Override
            public ClaimedTask task() {
                return task;
            }

            @Override
            public void progress(double done) {}
        };
    }

    List<StoredSegment> segmentsOf(ClaimedTask task) {
        return transactions.call(() -> segments.ofRecording(task.recording()));
    }

    /** How many tasks of any kind and state a recording has. */
    long tasksOf(UUID recording) {
        return rowsOf("task", recording);
    }

    /** How many uploads are written down, those that are to be aborted among them. */
    long uploadsOf(UUID recording) {
        return rowsOf("segment_upload", recording);
    }

    private long rowsOf(String table, UUID recording) {
        return transactions.call(() -> ((Number) recordings
                        .getEntityManager()
                        .createNativeQuery("select count(*) from %s where recording_id = :recording".formatted(table))
                        .setParameter("recording", recording)
                        .getSingleResult())
                .longValue());
    }

    private static Manifest manifest(List<URI> urls) {
        var files = urls.stream().map(url -> Segment.known(url.toString(), url)).toList();
        var clips = files.stream()
                .map(file -> Clip.whole(file.id(), Duration.ofSeconds(5L * files.indexOf(file))))
                .toList();
        return new Manifest(
                1,
                "mts-link",
                "Algebra",
                Optional.empty(),
                Duration.ofSeconds(5L * files.size()),
                List.of(new Participant("7", "Anna")),
                Optional.of("7"),
                List.of(new Track("conference-1", Track.Kind.PERSON, Optional.of("7"), clips)),
                files,
                Map.of());
    }
}
