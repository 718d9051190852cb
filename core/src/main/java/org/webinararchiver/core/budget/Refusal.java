package org.webinararchiver.core.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An origin did not want a request: it reset the connection, broke off, or answered 429 or 503.
 *
 * @param begun when the request was begun
 * @param retryAfter what the origin asked for, when it did
 */
public record Refusal(Instant begun, Optional<Duration> retryAfter) {
    public Refusal {
        Objects.requireNonNull(begun);
        Objects.requireNonNull(retryAfter);
    }
}
