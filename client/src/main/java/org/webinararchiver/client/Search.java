package org.webinararchiver.client;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which recordings are wanted of a list.
 *
 * @param states any of these; empty for all
 * @param source of this platform; null for all
 * @param text in title or page; null for any
 */
public record Search(Set<RecordingState> states, String source, String text) {
    public static final Search ALL = new Search(Set.of(), null, null);

    public Search {
        states = Set.copyOf(new LinkedHashSet<>(states));
    }

    public static Search in(RecordingState... states) {
        return new Search(Set.of(states), null, null);
    }
}
