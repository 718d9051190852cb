package org.webinararchiver.platform.time;

import java.time.Instant;
import java.time.InstantSource;

/** Time that goes on evenly when somebody sets the machine's clock; a wait of seconds must not become one of hours. */
public final class SteadyTime implements InstantSource {
    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();

    @Override
    public Instant instant() {
        return start.plusNanos(System.nanoTime() - startNanos);
    }
}
