package org.webinararchiver.platform.retention;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.manifest.TwinRun;
import org.webinararchiver.core.manifest.WantedFile;
import org.webinararchiver.core.recording.RecordingState;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.platform.catalog.Parts;
import org.webinararchiver.platform.catalog.Recordings;
import org.webinararchiver.platform.catalog.Segments;
import org.webinararchiver.platform.catalog.StoredPart;
import org.webinararchiver.platform.catalog.StoredRun;
import org.webinararchiver.platform.catalog.StoredSegment;
import org.webinararchiver.platform.catalog.TwinStore;
import org.webinararchiver.platform.retention.Orphans.Collected;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.task.TaskLedger;
import org.webinararchiver.platform.task.Transactions;

/** Objects that nothing points to are removed when they are old; nothing else is. */
abstract class OrphansContract {
    @Inject
    Orphans orphans;

    @Inject
    RecordingOnDisk made;

    @Inject
    ObjectStore store;

    @Inject
    Recordings recordings;

    @Inject
    Segments segments;

    @Inject
    Parts parts;

    @Inject
    TwinStore twins;

    @Inject
    TaskLedger tasks;

    @Inject
    Transactions transactions;

    @BeforeEach
    void nothingElse() throws IOException {
        transactions.run(() -> recordings.deleteAll());
        for (var object : store.list("").toList()) {
            store.delete(object.key());
        }
    }

    @Test
    void whatRowsPointToIsKept() throws IOException {
        var id = made.at(RecordingState.PROCESSED);
        var objects = made.objects(id);
        assertThat(collected().removed()).isZero();
        assertThat(made.objects(id)).isEqualTo(objects);
    }

    @Test
    void whatAttemptsLeftThatWereGivenUpIsRemoved() throws IOException {
        var id = made.at(RecordingState.PROCESSED);
        var objects = made.objects(id);
        made.put("recordings/%s/segments/whatever-task-0".formatted(id));
        made.put("recordings/%s/artifacts/task-0/video.mp4".formatted(id));
        made.put("recordings/%s/manifests/1-0123.json".formatted(id));
        made.put("recordings/%s/manifests/1-0123.answer-1.gz".formatted(id));
        assertThat(collected()).isEqualTo(new Collected(objects.size() + 4, 4, 4));
        assertThat(made.objects(id)).isEqualTo(objects);
    }

    @Test
    void whatIsLeftOfARemovedRecordingIsRemoved() throws IOException {
        var id = made.at(RecordingState.FAILED);
        transactions.run(() -> recordings.deleteAll());
        collected();
        assertThat(made.objects(id)).isEmpty();
    }

    @Test
    void ofARecordingThatSomebodyWorksAtNothingIsRemoved() throws IOException {
        var underWay = made.at(RecordingState.PROCESSING);
        var retried = made.at(RecordingState.FAILED);
        transactions.run(() -> tasks.add(UUID.randomUUID(), retried, TaskKind.COMPILE));
        var lost = List.of(
                "recordings/%s/segments/lost-task-0".formatted(underWay),
                "recordings/%s/segments/lost-task-0".formatted(retried));
        for (var key : lost) {
            made.put(key);
        }
        assertThat(collected().removed()).isZero();
        transactions.run(() -> {
            tasks.cancelOpen(retried);
            recordings.locked(underWay).cancelled();
        });
        assertThat(collected().removed()).isEqualTo(2);
    }

    @Test
    void whatIsYoungIsKept() throws IOException {
        made.put("recordings/%s/segments/lost-task-0".formatted(UUID.randomUUID()));
        assertThat(orphans.collect(new Settings(Duration.ZERO)).removed()).isZero();
        assertThat(orphans.collect(new Settings(Duration.ofDays(1))).looked()).isEqualTo(1);
        assertThat(collected().removed()).isEqualTo(1);
    }

    @Test
    void theRunsOfATwinAreKeptAndThoseOfAnEarlierAttemptRemoved() throws IOException {
        var id = made.at(RecordingState.PROCESSED);
        var folder = "recordings/%s/segments/twin/task-2".formatted(id);
        made.put(folder + "/run-1");
        made.put("recordings/%s/segments/twin/task-1/run-1".formatted(id));
        made.put("recordings/%s/segments/twin/task-1/twin.json".formatted(id));
        twins.put(
                folder + "/twin.json", List.of(new StoredRun(new TwinRun("run", 0, Duration.ZERO), folder + "/run-1")));
        transactions.run(() -> {
            var media = RecordingOnDisk.MANIFEST.segments().getFirst();
            var row = new StoredSegment(
                    id, new WantedFile(Segment.known("twin", media.url()), WantedFile.Kind.TWIN), UUID.randomUUID());
            row.stored(folder + "/twin.json", 1);
            segments.persist(row);
        });
        assertThat(collected().removed()).isEqualTo(2);
        assertThat(made.objects(id)).contains(folder + "/run-1", folder + "/twin.json");
    }

    @Test
    void aDamagedFileThatIsKeptUntilABetterOneComesIsKept() throws IOException {
        var id = made.at(RecordingState.CANCELLED);
        var kept = "recordings/%s/segments/kept-task-1".formatted(id);
        made.put(kept);
        transactions.run(() -> recordings
                .getEntityManager()
                .createNativeQuery(
                        "update segment set kept_key = :key, kept_bytes = 1 where recording_id = :id and id ="
                                + " (select min(id) from segment where recording_id = :id)")
                .setParameter("key", kept)
                .setParameter("id", id)
                .executeUpdate());
        assertThat(collected().removed()).isZero();
    }

    @Test
    void renderedPartsAreKeptUntilTheyArePutTogether() throws IOException {
        var id = made.at(RecordingState.FAILED);
        var script = "recordings/%s/scripts/0123.json".formatted(id);
        var part = "recordings/%s/parts/0/task-1".formatted(id);
        made.put(script);
        made.put(part);
        made.put("recordings/%s/parts/0/task-0".formatted(id));
        transactions.run(() -> {
            var row = new StoredPart(new StoredPart.Key(id, 0), script, Duration.ofMinutes(1));
            row.stored(part, "note");
            parts.persist(row);
        });
        assertThat(collected().removed()).isEqualTo(1);
        assertThat(made.objects(id)).contains(script, part);
        transactions.run(() -> parts.forget(id));
        assertThat(collected().removed()).isEqualTo(2);
    }

    @Test
    void whatIsNotOursIsLeftAlone() throws IOException {
        var others = List.of("recordings/readme.txt", "backup/recordings/1", "recordings2/1");
        for (var key : others) {
            made.put(key);
        }
        assertThat(collected().removed()).isZero();
        assertThat(store.list("").map(object -> object.key())).containsAll(others);
    }

    @Test
    void moreThanABatchIsRemovedOfOneRecording() throws IOException {
        var ids = new ArrayList<UUID>(List.of(UUID.randomUUID(), UUID.randomUUID()));
        for (var id : ids) {
            for (int number = 0; number < 101; number++) {
                made.put("recordings/%s/segments/%d".formatted(id, number));
            }
        }
        assertThat(collected()).isEqualTo(new Collected(202, 202, 202));
    }

    /** Whatever its age. */
    private Collected collected() throws IOException {
        return orphans.olderThan(Instant.now().plusSeconds(60));
    }

    private record Settings(Duration age) implements OrphanSettings {
        @Override
        public Duration look() {
            return Duration.ofHours(6);
        }
    }
}
