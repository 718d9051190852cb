package org.webinararchiver.platform.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.webinararchiver.core.recording.RecordingState;

/** Finds what is old enough to be removed, page by page. Runs in the caller's transaction. */
@ApplicationScoped
public class Aged {
    /** How many recordings a page has. */
    static final int PAGE = 100;

    private static final List<String> FINISHED =
            names(RecordingState.PROCESSED, RecordingState.UPLOADED, RecordingState.SKIPPED);

    private final EntityManager database;

    public Aged(EntityManager database) {
        this.database = database;
    }

    /** What is removed for its age. */
    enum Kind {
        RECORDINGS(FINISHED, ""),
        FAILED(names(RecordingState.FAILED, RecordingState.CANCELLED), ""),
        SEGMENTS(names(RecordingState.PROCESSED, RecordingState.UPLOADED), "and not sources_dropped");

        private final List<String> states;
        private final String condition;

        Kind(List<String> states, String condition) {
            this.states = states;
            this.condition = condition;
        }
    }

    /** Some of the recordings that have been at their end for this long and are not held, by their ids. */
    List<UUID> page(Kind kind, Duration age, UUID after) {
        return find(kind, age, "and id > :id order by id limit " + PAGE, after);
    }

    /** Whether a recording is one of these, its row being locked until the transaction ends. */
    boolean isStill(Kind kind, Duration age, UUID recording) {
        return !find(kind, age, "and id = :id for update", recording).isEmpty();
    }

    @SuppressWarnings("unchecked") // the query was created for this class of result
    private List<UUID> find(Kind kind, Duration age, String which, UUID id) {
        return database.createNativeQuery("""
                        select id from recording
                         where not held and state in (:states) %s
                           and finished_at < clock_timestamp() - make_interval(secs => :seconds) %s
                        """.formatted(kind.condition, which), UUID.class)
                .setParameter("states", kind.states)
                .setParameter("seconds", (double) age.toSeconds())
                .setParameter("id", id)
                .getResultList();
    }

    private static List<String> names(RecordingState... states) {
        return Stream.of(states).map(Enum::name).toList();
    }
}
