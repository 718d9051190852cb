package org.webinararchiver.simulator.witness;

import java.time.Duration;
import java.util.Objects;

/**
 * A way in which a file is not what it should be.
 *
 * @param at the instant
 * @param words what was expected and what was found
 */
public record Mismatch(Duration at, String words) {
    public Mismatch {
        Objects.requireNonNull(at);
        Objects.requireNonNull(words);
    }

    @Override
    public String toString() {
        return "%02d:%02d.%03d  %s".formatted(at.toMinutes(), at.toSecondsPart(), at.toMillisPart(), words);
    }
}
