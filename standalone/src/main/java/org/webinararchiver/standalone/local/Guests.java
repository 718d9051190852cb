package org.webinararchiver.standalone.local;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The other runs of this program that have joined this one. Each says who it is with every request; one that says
 * nothing for some seconds, and waits for no answer, is taken for gone.
 */
@ApplicationScoped
public class Guests {
    private static final Duration SILENCE = Duration.ofSeconds(3);

    private final Map<String, Guest> here = new HashMap<>();

    private record Guest(int requests, long lastHeard) {
        Guest with(int more) {
            return new Guest(requests + more, System.nanoTime());
        }

        boolean isGone() {
            return requests == 0 && System.nanoTime() - lastHeard > SILENCE.toNanos();
        }
    }

    /** A request of this guest came in. */
    synchronized void came(String guest) {
        here.put(guest, here.getOrDefault(guest, new Guest(0, 0)).with(1));
    }

    /** It was answered. */
    synchronized void answered(String guest) {
        here.computeIfPresent(guest, (id, known) -> known.with(-1));
    }

    /** The guest has what it came for. */
    synchronized void left(String guest) {
        here.remove(guest);
        notifyAll();
    }

    public synchronized boolean areHere() {
        here.values().removeIf(Guest::isGone);
        return !here.isEmpty();
    }

    public synchronized void awaitTheirEnd() throws InterruptedException {
        while (areHere()) {
            wait(SILENCE.toMillis() / 3);
        }
    }
}
