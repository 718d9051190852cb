package org.webinararchiver.api.access;

import java.time.temporal.TemporalAmount;
import java.util.Optional;
import java.util.Set;

/**
 * A key that is wanted.
 *
 * @param lasts how long from now on; empty for a key that does not expire
 */
record NewKey(String name, String owner, Set<Scope> scopes, Optional<TemporalAmount> lasts, KeyLimits limits) {
    NewKey {
        scopes = Set.copyOf(scopes);
        if (name.isBlank() || owner.isBlank() || scopes.isEmpty()) {
            throw new IllegalArgumentException("a key has a name, an owner and a scope at least");
        }
    }

    /** With the limits of the service's settings. */
    NewKey(String name, String owner, Set<Scope> scopes, Optional<TemporalAmount> lasts) {
        this(name, owner, scopes, lasts, KeyLimits.AS_CONFIGURED);
    }
}
