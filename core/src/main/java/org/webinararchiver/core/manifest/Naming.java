package org.webinararchiver.core.manifest;

import java.time.Duration;
import java.util.Objects;

/** A name that somebody goes by from this moment of the recording on. */
public record Naming(Duration from, String name) {
    public Naming {
        Objects.requireNonNull(name);
        if (from.isNegative()) {
            throw new IllegalArgumentException("a name is taken at zero or later: " + from);
        }
    }
}
