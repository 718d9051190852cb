package org.webinararchiver.platform.budget;

import java.time.Instant;
import java.time.InstantSource;

/** Time that goes on evenly when somebody sets the machine's clock; a wait of seconds must not become one of hours. */
final class SteadyTime implements InstantSource {
    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - startNanos);
    }
}
