package org.webinararchiver.core.manifest;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one camera, microphone or shared screen sent, in order of time.
 *
 * @param id unique within the manifest
 * @param participant the id of the person it belongs to, where known
 * @param pictured whether the source says that there was a picture at some time, and not only sound; false where it
 *     does not say
 */
public record Track(String id, Kind kind, Optional<String> participant, List<Clip> clips, boolean pictured) {

    /** What a track shows. */
    public enum Kind {
        /** A person's camera, microphone or both. */
        PERSON,
        /** A shared screen or window. */
        SCREEN
    }

    public Track {
        Objects.requireNonNull(id);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(participant);
        clips = clips.stream().sorted(Comparator.comparing(Clip::start)).toList();
    }

    /** A track of which only its kind tells whether there was a picture. */
    public Track(String id, Kind kind, Optional<String> participant, List<Clip> clips) {
        this(id, kind, participant, clips, kind == Kind.SCREEN);
    }
}
