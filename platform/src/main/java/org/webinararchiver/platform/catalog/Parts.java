package org.webinararchiver.platform.catalog;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The parts of recordings that are rendered by many. */
@ApplicationScoped
public class Parts implements PanacheRepositoryBase<StoredPart, StoredPart.Key> {

    /** In the order of their numbers; none of one that is not divided. */
    public List<StoredPart> ofRecording(UUID recording) {
        return list("key.recording = ?1 order by key.number", recording);
    }

    /** What this task is to render; empty when it is not wanted any more. */
    public Optional<StoredPart> wantedBy(UUID task) {
        return find("taskId", task).firstResultOptional();
    }

    /** A part of this recording that is made of others, all of which are stored, and that nobody is to render yet. */
    public Optional<StoredPart> thatCanBeMade(UUID recording) {
        return find("""
                        from StoredPart part
                        where part.key.recording = ?1 and part.madeFrom is not null
                          and part.taskId is null and part.objectKey is null
                          and not exists (select 1 from StoredPart other
                                          where other.key.recording = ?1 and other.objectKey is null
                                            and other.key.number >= part.madeFrom
                                            and other.key.number < part.key.number)
                        """, recording).firstResultOptional();
    }

    /** It is one file now, or is divided in another way. */
    public void forget(UUID recording) {
        delete("key.recording", recording);
    }

    /** How much of these recordings is rendered, what is under way included; those without parts are not among them. */
    @SuppressWarnings("unchecked") // the query was created for this class of result
    public Map<UUID, RenderProgress> progress(Collection<UUID> recordings) {
        List<Tuple> rows = getEntityManager()
                .createNativeQuery("""
                        select part.recording_id, count(*) as parts, sum(part.millis) as millis,
                               sum(part.millis * case when part.object_key is not null then 1
                                                      when task.state = 'LEASED' then task.progress
                                                      else 0 end) as rendered
                        from part left join task on task.id = part.task_id
                        where part.recording_id in (:recordings)
                        group by part.recording_id
                        """, Tuple.class)
                .setParameter("recordings", recordings)
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.get("recording_id", UUID.class),
                        row -> new RenderProgress(
                                row.get("parts", Number.class).intValue(),
                                row.get("millis", Number.class).longValue() / 1000.0,
                                row.get("rendered", Number.class).doubleValue() / 1000)));
    }
}
