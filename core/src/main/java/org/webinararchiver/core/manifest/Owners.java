package org.webinararchiver.core.manifest;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whose which track is.
 *
 * @param byTrack by the tracks' ids, as far as it is known
 */
public record Owners(Map<String, Participant> byTrack) {
    /** Of nothing it is known whose it is. */
    public static final Owners UNKNOWN = new Owners(Map.of());

    public Owners {
        byTrack = Map.copyOf(byTrack);
    }

    /** Those of a recording. */
    public static Owners of(Manifest manifest) {
        var people = new HashMap<String, Participant>();
        manifest.participants().forEach(person -> people.putIfAbsent(person.id(), person));
        var owners = new HashMap<String, Participant>();
        for (var track : manifest.tracks()) {
            track.participant().map(people::get).ifPresent(person -> owners.putIfAbsent(track.id(), person));
        }
        return new Owners(owners);
    }

    /** What others called them at this moment; it may be blank. */
    public Optional<String> name(String track, Duration moment) {
        return Optional.ofNullable(byTrack.get(track)).map(person -> person.nameAt(moment));
    }
}
