package org.webinararchiver.api.events;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Somebody who listens, and what it was not sent yet. Of each recording that is only how it stands now: who reads
 * slowly misses what was in between, and nothing piles up.
 */
final class Listener {
    private final Interest interest;
    private final OptionalLong after;
    private final Clock clock;
    private final Runnable hangUp;

    /** By recording, in the order of what was told first; empty in place of what is no more. */
    private final Map<UUID, Optional<String>> pending = new LinkedHashMap<>();

    private long reached;
    private long told;
    private boolean ends;
    private UniEmitter<? super Told> waiting;
    private boolean silent;
    private volatile boolean left;
    private volatile Instant sentAt;

    /**
     * @param after the place up to which everything is known; empty for somebody new
     * @param hangUp breaks the connection off
     */
    Listener(Interest interest, OptionalLong after, Clock clock, Runnable hangUp) {
        this.interest = interest;
        this.after = after;
        this.told = after.orElse(0);
        this.clock = clock;
        this.sentAt = clock.instant();
        this.hangUp = hangUp;
    }

    Interest interest() {
        return interest;
    }

    OptionalLong after() {
        return after;
    }

    /** How a recording stands now, or that it is no more. */
    synchronized void tell(UUID which, Optional<String> json) {
        pending.put(which, json);
    }

    /**
     * All that happened before this place was told: it is sent as soon as it is taken.
     *
     * @param last whether nothing will follow
     */
    void reached(long place, boolean last) {
        deliver(() -> {
            reached = place;
            ends |= last;
        });
    }

    /** Ends it when all that it was told is sent. */
    void end() {
        deliver(() -> ends = true);
    }

    /** What is sent next, once there is something and it is asked for. */
    Uni<Told> next() {
        return Uni.createFrom().emitter(emitter -> deliver(() -> waiting = emitter));
    }

    /** Breaks the silence, or hangs up on who does not take what was sent. */
    void check(EventSettings settings) {
        var silence = Duration.between(sentAt, clock.instant());
        if (isWaiting()) {
            if (silence.compareTo(settings.heartbeat()) >= 0) {
                deliver(() -> silent = true);
            }
        } else if (silence.compareTo(settings.patience()) >= 0) {
            hangUp.run();
        }
    }

    void leaves() {
        left = true;
    }

    boolean hasLeft() {
        return left;
    }

    private synchronized boolean isWaiting() {
        return waiting != null;
    }

    /** Sends outside of the lock: whoever writes to a connection holds locks of its own. */
    private void deliver(Runnable change) {
        UniEmitter<? super Told> taker;
        Optional<Told> what;
        synchronized (this) {
            change.run();
            taker = waiting;
            what = taker == null ? Optional.empty() : first();
            if (what.isPresent()) {
                waiting = null;
                sentAt = clock.instant();
                silent = false;
            }
        }
        what.ifPresent(told -> taker.complete(told));
    }

    private Optional<Told> first() {
        var first = pending.keySet().stream().findFirst();
        if (first.isEmpty()) {
            return ends ? Optional.of(new Told.End()) : silent ? Optional.of(new Told.Silence()) : Optional.empty();
        }
        var json = pending.remove(first.get());
        // In between, the place is the one before: who is cut off there is told the rest again.
        told = pending.isEmpty() ? reached : told;
        return Optional.of(json.<Told>map(text -> new Told.State(told, text))
                .orElseGet(() -> new Told.Removed(told, first.get())));
    }
}
