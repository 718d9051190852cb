package org.webinararchiver.core.manifest;

import java.util.Objects;

/** Somebody in the meeting: the platform's id for them and the name that others saw. */
public record Participant(String id, String name) {
    public Participant {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
    }
}
