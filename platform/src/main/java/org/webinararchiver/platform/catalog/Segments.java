package org.webinararchiver.platform.catalog;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.webinararchiver.core.manifest.WantedFile;

/** The segments of recordings. */
@ApplicationScoped
public class Segments implements PanacheRepositoryBase<StoredSegment, StoredSegment.Key> {

    /** What this task has still to fetch. */
    public List<StoredSegment> wantedBy(UUID task) {
        return list("taskId = ?1 and state = ?2", task, SegmentState.WANTED);
    }

    /** Those of a recording that have these ids, by their ids. */
    public Map<String, StoredSegment> of(UUID recording, Collection<String> ids) {
        return list("key.recording = ?1 and key.segment in ?2", recording, ids).stream()
                .collect(Collectors.toMap(row -> row.segment().id(), Function.identity()));
    }

    public List<StoredSegment> ofRecording(UUID recording) {
        return list("key.recording", recording);
    }

    /** How many files of this kind belong to a recording. */
    public long count(UUID recording, WantedFile.Kind kind) {
        return count("key.recording = ?1 and kind = ?2", recording, kind);
    }

    /** How many of them are in this state. */
    public long count(UUID recording, WantedFile.Kind kind, SegmentState state) {
        return count("key.recording = ?1 and kind = ?2 and state = ?3", recording, kind, state);
    }

    /** How far the fetching of a recording has come. */
    public FetchProgress progress(UUID recording) {
        return progress(List.of(recording)).getOrDefault(recording, FetchProgress.NOTHING);
    }

    /** How far the fetching of these recordings has come; those without any file are not among them. */
    @SuppressWarnings("unchecked") // the query was created for this class of result
    public Map<UUID, FetchProgress> progress(Collection<UUID> recordings) {
        // Hibernate reads a query of its own language anew each time where a case is in it: a fourth of what an answer
        // costs.
        List<Tuple> rows = getEntityManager()
                .createNativeQuery("""
                        select recording_id, count(*) as total,
                               count(*) filter (where state = 'STORED') as stored,
                               count(*) filter (where state = 'MISSING') as missing,
                               coalesce(sum(bytes), 0) as bytes
                          from segment where recording_id in (:recordings)
                         group by recording_id
                        """, Tuple.class)
                .setParameter("recordings", recordings)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> row.get("recording_id", UUID.class), Segments::progress));
    }

    private static FetchProgress progress(Tuple row) {
        return new FetchProgress(
                number(row, "total"), number(row, "stored"), number(row, "missing"), number(row, "bytes"));
    }

    private static long number(Tuple row, String name) {
        return row.get(name, Number.class).longValue();
    }
}
