package org.webinararchiver.platform.catalog;

import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.webinararchiver.core.recording.RecordingState;

/** Recordings of an owner or of everybody, newest first, a page at a time. Runs in the caller's transaction. */
@ApplicationScoped
public class RecordingPages {
    private final Recordings recordings;

    public RecordingPages(Recordings recordings) {
        this.recordings = recordings;
    }

    /**
     * Which recordings are wanted.
     *
     * @param owner whose; empty for everybody's
     * @param states in one of these; empty for any
     * @param text that their title or page holds, whatever its case
     */
    public record Wanted(
            Optional<String> owner, Set<RecordingState> states, Optional<String> source, Optional<String> text) {

        /**
         * All that have not come to their end.
         *
         * @param owner whose; empty for everybody's
         */
        public static Wanted underWay(Optional<String> owner) {
            var states = EnumSet.allOf(RecordingState.class);
            states.removeIf(RecordingState::isFinal);
            return new Wanted(owner, states, Optional.empty(), Optional.empty());
        }
    }

    /**
     * Those that are wanted, as many as there are up to this many.
     *
     * @param before which all of them were submitted: the last one of the page before, which need not be there any more
     */
    public List<Recording> next(Wanted wanted, Optional<UUID> before, int most) {
        var conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> values = new HashMap<>();
        wanted.owner().ifPresent(owner -> {
            conditions.add("owner = :owner");
            values.put("owner", owner);
        });
        before.ifPresent(id -> {
            conditions.add("id < :before");
            values.put("before", id);
        });
        if (!wanted.states().isEmpty()) {
            conditions.add("state in :states");
            values.put("states", wanted.states());
        }
        wanted.source().ifPresent(source -> {
            conditions.add("source = :source");
            values.put("source", source);
        });
        wanted.text().ifPresent(text -> {
            conditions.add("locate(:text, sought) > 0");
            values.put("text", text.toLowerCase(Locale.ROOT));
        });
        return recordings
                .find(String.join(" and ", conditions) + " order by id desc", values)
                .page(Page.ofSize(most))
                .list();
    }
}
