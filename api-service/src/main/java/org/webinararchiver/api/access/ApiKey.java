package org.webinararchiver.api.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is known of a key, of which the key itself is no part.
 *
 * @param owner whose recordings it opens
 * @param beginning of the key, by which its owner recognises it
 * @param expiresAt empty when it does not
 * @param lastUsedAt to about a minute
 */
record ApiKey(
        UUID id,
        String name,
        String owner,
        String beginning,
        Set<Scope> scopes,
        KeyLimits limits,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt,
        Optional<Instant> lastUsedAt) {
    ApiKey {
        scopes = Set.copyOf(scopes);
    }

    boolean hasExpired(Instant now) {
        return expiresAt.isPresent() && !now.isBefore(expiresAt.get());
    }
}
