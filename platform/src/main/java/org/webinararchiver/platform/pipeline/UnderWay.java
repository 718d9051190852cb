package org.webinararchiver.platform.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The recordings that are under way, and whether somebody is at work. Runs in the caller's transaction. */
@ApplicationScoped
public class UnderWay {
    /** How many recordings a page has: what one transaction may look at. */
    public static final int PAGE = 1_000;

    /** Before all recordings. */
    public static final UUID START = new UUID(0, 0);

    private final EntityManager database;

    public UnderWay(EntityManager database) {
        this.database = database;
    }

    /**
     * Some of the recordings that are under way.
     *
     * @param stuck those without an open task
     * @param last after which the next page begins; empty when there is none
     */
    public record Page(List<UUID> stuck, Optional<UUID> last) {}

    /** Looks for an open task recording by recording, so that a page costs the same however many tasks there are. */
    @SuppressWarnings("unchecked") // the query was created for this class of result
    public Page after(UUID recording) {
        List<Tuple> rows = database.createNativeQuery("""
                        select page.id, open.found is null as stuck
                        from (select id from recording
                               where state in ('PENDING', 'DOWNLOADING', 'DOWNLOADED', 'PROCESSING') and id > :after
                               order by id limit %d) as page
                        left join lateral (
                            select true as found from task
                             where task.recording_id = page.id and task.state in ('WAITING', 'LEASED')
                             limit 1) as open on true
                        order by page.id
                        """.formatted(PAGE), Tuple.class)
                .setParameter("after", recording)
                .getResultList();
        var stuck = rows.stream()
                .filter(row -> row.get("stuck", Boolean.class))
                .map(UnderWay::id)
                .toList();
        return new Page(stuck, rows.size() < PAGE ? Optional.empty() : Optional.of(id(rows.getLast())));
    }

    private static UUID id(Tuple row) {
        return row.get("id", UUID.class);
    }
}
