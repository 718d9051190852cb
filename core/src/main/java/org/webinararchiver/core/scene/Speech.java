package org.webinararchiver.core.scene;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.webinararchiver.core.timeline.SpanSeries;

/**
 * When which track is heard to say something, as far as was listened to.
 *
 * @param spoken by the tracks' ids; a track that was not listened to is absent
 */
public record Speech(Map<String, SpanSeries> spoken) {
    /** Nobody has listened. */
    public static final Speech UNKNOWN = new Speech(Map.of());

    public Speech {
        spoken = Map.copyOf(spoken);
    }

    /** Whether this track was listened to. */
    boolean knows(String track) {
        return spoken.containsKey(track);
    }

    SpanSeries of(String track) {
        return spoken.getOrDefault(track, SpanSeries.NONE);
    }

    /** The same, where somebody who pauses for less than this goes on speaking. */
    Speech patient(Duration patience) {
        return new Speech(spoken.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().withoutHoles(patience))));
    }
}
