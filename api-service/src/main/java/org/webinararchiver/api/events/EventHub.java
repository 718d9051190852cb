package org.webinararchiver.api.events;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.webinararchiver.api.events.EventRound.Findings;
import org.webinararchiver.api.events.EventRound.State;
import org.webinararchiver.platform.database.DatabaseAway;

/**
 * Tells all who listen what happens: one thread looks, however many they are, and not at all while there is nobody.
 * Somebody new is told how things stand by the same thread, so that nobody hears the old after the new.
 */
@ApplicationScoped
public class EventHub {
    private static final Logger LOG = Logger.getLogger(EventHub.class);
    private static final Duration BETWEEN_FORGETTING = Duration.ofHours(1);

    private final EventRound round;
    private final EventSettings settings;
    private final Clock clock = Clock.systemUTC();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Listener> arrivals = new LinkedBlockingQueue<>();

    /** What changes without anything happening, as it was told last. */
    private Map<UUID, Followed> followed = Map.of();

    private final Thread rounds = Thread.ofPlatform().daemon().name("events").unstarted(this::goRound);
    private long reached;
    private Instant forgetAt = Instant.MIN;

    public EventHub(EventRound round, EventSettings settings) {
        this.round = round;
        this.settings = settings;
    }

    /**
     * A recording that somebody works at or listens to.
     *
     * @param owner empty where nobody works at it
     */
    private record Followed(Optional<String> owner, String json) {}

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.interrupt();
        listeners.forEach(Listener::end);
        arrivals.forEach(Listener::end);
    }

    /**
     * What happens from now on, or from a place on, as somebody takes it.
     *
     * @param hangUp breaks off the connection of who takes nothing any more
     */
    Multi<Told> listen(Interest interest, OptionalLong after, Runnable hangUp) {
        var listener = new Listener(interest, after, clock, hangUp);
        return Multi.createBy()
                .repeating()
                .uni(listener::next)
                .until(told -> told instanceof Told.End)
                .onSubscription()
                .invoke(() -> arrivals.add(listener))
                .onTermination()
                .invoke(() -> leave(listener));
    }

    private void leave(Listener listener) {
        listener.leaves();
        arrivals.remove(listener);
        listeners.remove(listener);
    }

    /** How many listen now. */
    int listening() {
        return listeners.size();
    }

    private void goRound() {
        try {
            while (true) {
                var newcomers = arrived();
                if (!newcomers.isEmpty() || !listeners.isEmpty()) {
                    look(newcomers);
                }
                forgetOld();
            }
        } catch (InterruptedException stopped) {
            LOG.debug("events are told no more");
        }
    }

    /** Waits for the next look, or for somebody new. */
    private List<Listener> arrived() throws InterruptedException {
        var wait = listeners.isEmpty() ? BETWEEN_FORGETTING : settings.interval();
        var arrived = new ArrayList<Listener>();
        var first = arrivals.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            arrived.add(first);
            arrivals.drainTo(arrived);
        }
        return arrived;
    }

    private void look(List<Listener> newcomers) throws InterruptedException {
        if (listeners.isEmpty()) {
            followed = Map.of();
            reached = Long.MAX_VALUE; // nobody has missed anything
        }
        var all = new ArrayList<>(listeners);
        all.addAll(newcomers);
        try {
            tell(round.read(reached, all, newcomers, followed.keySet()), newcomers);
        } catch (RuntimeException e) {
            if (e instanceof DatabaseAway) {
                LOG.debug("nothing is told while the database is away", e); // which was said already
            } else {
                LOG.warnf(e, "listeners could not be told what has happened, it is tried again");
            }
            arrivals.addAll(newcomers);
            Thread.sleep(settings.interval());
        }
        listeners.forEach(listener -> listener.check(settings));
    }

    private void tell(Findings found, List<Listener> newcomers) {
        for (var listener : listeners) {
            tell(listener, found, news(listener, found));
        }
        for (var newcomer : newcomers) {
            listeners.add(newcomer);
            tell(newcomer, found, found.atFirst().get(newcomer));
            if (newcomer.hasLeft()) {
                listeners.remove(newcomer);
            }
        }
        follow(found);
        reached = found.horizon();
    }

    /** What has happened, and what went on, of that which is listened to. */
    private Set<UUID> news(Listener listener, Findings found) {
        return switch (listener.interest()) {
            case Interest.One(var id) -> wentOn(id, found) ? Set.of(id) : Set.of();
            case Interest.OfOwner(var owner) -> news(owner::equals, found);
            case Interest.All() -> news(owner -> true, found);
        };
    }

    private Set<UUID> news(Predicate<String> owners, Findings found) {
        var news = new LinkedHashSet<UUID>();
        found.changed().forEach((owner, ids) -> {
            if (owners.test(owner)) {
                news.addAll(ids);
            }
        });
        followed.forEach((id, before) -> {
            if (before.owner().filter(owners).isPresent() && wentOn(id, found)) {
                news.add(id);
            }
        });
        return news;
    }

    private boolean wentOn(UUID id, Findings found) {
        var before = followed.get(id);
        var now = found.states().get(id);
        return before != null && (now == null || !now.json().equals(before.json()));
    }

    private void tell(Listener listener, Findings found, Set<UUID> which) {
        var states = found.states();
        which.forEach(
                id -> listener.tell(id, Optional.ofNullable(states.get(id)).map(State::json)));
        var ended = listener.interest() instanceof Interest.One(var id)
                && (!states.containsKey(id) || states.get(id).isFinal());
        listener.reached(found.horizon(), ended);
    }

    private void follow(Findings found) {
        var now = new HashMap<UUID, Followed>();
        listeners.forEach(listener -> {
            if (listener.interest() instanceof Interest.One(var id)) {
                follow(now, Optional.empty(), id, found);
            }
        });
        found.worked().forEach((owner, ids) -> ids.forEach(id -> follow(now, Optional.of(owner), id, found)));
        followed = now;
    }

    private static void follow(Map<UUID, Followed> now, Optional<String> owner, UUID id, Findings found) {
        Optional.ofNullable(found.states().get(id)).ifPresent(state -> now.put(id, new Followed(owner, state.json())));
    }

    private void forgetOld() {
        if (clock.instant().isBefore(forgetAt)) {
            return;
        }
        try {
            forgetAt = clock.instant().plus(BETWEEN_FORGETTING);
            round.forget(settings.kept());
        } catch (RuntimeException e) {
            LOG.debug("old events are forgotten later", e);
        }
    }
}
