package org.webinararchiver.platform.catalog;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The segments of recordings. */
@ApplicationScoped
public class Segments implements PanacheRepositoryBase<StoredSegment, StoredSegment.Key> {

    /** What this task has still to fetch. */
    public List<StoredSegment> wantedBy(UUID task) {
        return list("taskId = ?1 and state = ?2", task, SegmentState.WANTED);
    }

    public List<StoredSegment> ofRecording(UUID recording) {
        return list("key.recording", recording);
    }

    /** How far the fetching of a recording has come. */
    public FetchProgress progress(UUID recording) {
        return getEntityManager()
                .createQuery("""
                        select new org.webinararchiver.platform.catalog.FetchProgress(
                            count(*),
                            coalesce(sum(case when s.state = STORED then 1 else 0 end), 0),
                            coalesce(sum(case when s.state = MISSING then 1 else 0 end), 0),
                            coalesce(sum(s.bytes), 0))
                        from StoredSegment s where s.key.recording = :recording
                        """, FetchProgress.class)
                .setParameter("recording", recording)
                .getSingleResult();
    }
}
