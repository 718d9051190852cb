package org.webinararchiver.core.task;

import java.time.Instant;
import java.util.Objects;

/** The right to work at a task: whose it is, and until when unless it is extended. */
public record Lease(String holder, Instant until) {
    public Lease {
        Objects.requireNonNull(holder);
        Objects.requireNonNull(until);
    }
}
