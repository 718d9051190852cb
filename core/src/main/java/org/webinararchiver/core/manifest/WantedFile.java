package org.webinararchiver.core.manifest;

import java.util.Objects;

/** A file that belongs to a recording and is fetched. */
public record WantedFile(Segment segment, Kind kind) {

    /** What it must be to be of use. */
    public enum Kind {
        /** What clips are cut from. */
        MEDIA,
        /** A slide. */
        PICTURE,
        /** A deck of slides, or whatever else was handed out. */
        DOCUMENT
    }

    public WantedFile {
        Objects.requireNonNull(segment);
        Objects.requireNonNull(kind);
    }
}
