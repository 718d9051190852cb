package org.webinararchiver.core.secret;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What opens a private recording: secrets by the name that the platform gives them, for example {@code sessionId}.
 * Empty for a public recording.
 */
public record Pass(Map<String, Secret> secrets) {

    public static final Pass NONE = new Pass(Map.of());

    public Pass {
        secrets = Map.copyOf(secrets);
    }

    public static Pass of(String name, String value) {
        return new Pass(Map.of(name, new Secret(value)));
    }

    public Optional<Secret> secret(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    public boolean isEmpty() {
        return secrets.isEmpty();
    }

    /** This pass and another one; where both know a secret, the other's is newer and is kept. */
    public Pass and(Pass other) {
        var both = new HashMap<>(secrets);
        both.putAll(other.secrets);
        return new Pass(both);
    }
}
