package org.webinararchiver.api.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.webinararchiver.api.recordings.RecordingSummary;
import org.webinararchiver.api.recordings.RecordingViews;
import org.webinararchiver.platform.catalog.RecordingPages;
import org.webinararchiver.platform.event.RecordingEvents;
import org.webinararchiver.platform.task.TaskLedger;
import org.webinararchiver.platform.task.Transactions;

/** Reads what all who listen are to be told, once for all of them. */
@ApplicationScoped
public class EventRound {
    /** How many recordings that are under way somebody new is told of. */
    private static final int MOST_AT_FIRST = 200;

    private static final int AT_ONCE = 200;

    private final RecordingEvents events;
    private final RecordingPages pages;
    private final TaskLedger tasks;
    private final RecordingViews views;
    private final Transactions transactions;
    private final ObjectMapper json;

    public EventRound(
            RecordingEvents events,
            RecordingPages pages,
            TaskLedger tasks,
            RecordingViews views,
            Transactions transactions,
            ObjectMapper json) {
        this.events = events;
        this.pages = pages;
        this.tasks = tasks;
        this.views = views;
        this.transactions = transactions;
        this.json = json;
    }

    /**
     * What was read.
     *
     * @param horizon up to which all is known
     * @param changed the recordings to which something happened, by owner, of all owners that are listened to
     * @param worked those that somebody works at, likewise: how far they are changes without anything happening
     * @param atFirst what each newcomer is told
     * @param states how all of these stand; those that are no more are missing
     */
    record Findings(
            long horizon,
            Map<String, Set<UUID>> changed,
            Map<String, Set<UUID>> worked,
            Map<Listener, Set<UUID>> atFirst,
            Map<UUID, State> states) {}

    /** How a recording stands, as it is sent. */
    record State(boolean isFinal, String json) {}

    /**
     * Reads it.
     *
     * @param from the place up to which those who are no newcomers know everything
     * @param listeners all of them, newcomers too
     * @param followed recordings that are looked at besides
     */
    Findings read(long from, List<Listener> listeners, List<Listener> newcomers, Set<UUID> followed) {
        var owners = owners(listeners);
        var horizon = transactions.call(events::horizon);
        var changed = from < horizon ? changed(from, horizon, owners) : Map.<String, Set<UUID>>of();
        var worked = worked(owners);
        var first = newcomers.stream()
                .collect(Collectors.toMap(newcomer -> newcomer, newcomer -> atFirst(newcomer, horizon)));
        var all = new LinkedHashSet<>(followed);
        changed.values().forEach(all::addAll);
        worked.values().forEach(all::addAll);
        first.values().forEach(all::addAll);
        return new Findings(horizon, changed, worked, first, states(List.copyOf(all)));
    }

    /** Whose recordings are listened to; empty for everybody's. */
    private static Optional<Set<String>> owners(List<Listener> listeners) {
        var owners = new HashSet<String>();
        for (var listener : listeners) {
            switch (listener.interest()) {
                case Interest.One one -> {
                    // It is followed, whosever it is.
                }
                case Interest.OfOwner(var owner) -> owners.add(owner);
                case Interest.All() -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(owners);
    }

    private Map<String, Set<UUID>> changed(long from, long until, Optional<Set<String>> owners) {
        return transactions.call(() -> events.between(from, until, owners)).stream()
                .collect(Collectors.groupingBy(
                        RecordingEvents.Changed::owner,
                        Collectors.mapping(RecordingEvents.Changed::recording, Collectors.toSet())));
    }

    private Map<String, Set<UUID>> worked(Optional<Set<String>> owners) {
        return transactions.call(() -> tasks.workedAt(owners)).stream()
                .collect(Collectors.groupingBy(
                        TaskLedger.Worked::owner,
                        Collectors.mapping(TaskLedger.Worked::recording, Collectors.toSet())));
    }

    private Set<UUID> atFirst(Listener newcomer, long horizon) {
        return switch (newcomer.interest()) {
            case Interest.One(var id) -> Set.of(id);
            case Interest.OfOwner(var owner) -> atFirst(newcomer, horizon, Optional.of(owner));
            case Interest.All() -> atFirst(newcomer, horizon, Optional.empty());
        };
    }

    /**
     * Who goes on after a break is told what has happened meanwhile; who is new, or was away too long, what is under
     * way.
     */
    private Set<UUID> atFirst(Listener newcomer, long horizon, Optional<String> owner) {
        var after = newcomer.after();
        if (after.isPresent() && after.getAsLong() <= horizon) {
            return changed(after.getAsLong(), horizon, owner.map(Set::of)).values().stream()
                    .flatMap(Set::stream)
                    .collect(Collectors.toSet());
        }
        return transactions.call(
                () -> pages.next(RecordingPages.Wanted.underWay(owner), Optional.empty(), MOST_AT_FIRST).stream()
                        .map(recording -> recording.id())
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** Forgets what happened longer ago than this. */
    void forget(Duration age) {
        boolean more;
        do {
            more = transactions.call(() -> events.forget(age));
        } while (more);
    }

    private Map<UUID, State> states(List<UUID> ids) {
        var states = new HashMap<UUID, State>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            var some = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
            for (var summary : views.summaries(some)) {
                states.put(summary.id(), new State(summary.state().isFinal(), text(summary)));
            }
        }
        return states;
    }

    private String text(RecordingSummary summary) {
        try {
            return json.writeValueAsString(summary);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a summary is no JSON", e);
        }
    }
}
