package org.webinararchiver.core.manifest;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Somebody in the meeting: the platform's id for them and the name that others saw.
 *
 * @param name the last one
 * @param names every name in the order in which they were taken; empty where there was never another one
 */
public record Participant(String id, String name, List<Naming> names) {
    public Participant {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        names = List.copyOf(names);
    }

    /** Somebody who never changed their name. */
    public Participant(String id, String name) {
        this(id, name, List.of());
    }

    /** What others called them at this moment. */
    public String nameAt(Duration moment) {
        var now = names.isEmpty() ? name : names.getFirst().name();
        for (var naming : names) {
            now = naming.from().compareTo(moment) <= 0 ? naming.name() : now;
        }
        return now;
    }
}
