package org.webinararchiver.core.manifest;

import java.util.Objects;

/**
 * A file that belongs to a recording and is fetched.
 *
 * @param pictured whether it is of somebody or something that the source says was seen at some time
 */
public record WantedFile(Segment segment, Kind kind, boolean pictured) {

    /** What it must be to be of use. */
    public enum Kind {
        /** What clips are cut from. */
        MEDIA,
        /** A slide. */
        PICTURE,
        /** A deck of slides, or whatever else was handed out. */
        DOCUMENT,
        /** A playlist of which picture and sound are wanted, in place of a file that could not be had. */
        TWIN,
        /** A playlist of which the picture is wanted, which its file does not have. */
        TWIN_PICTURE;

        /** Whether it is a playlist. */
        public boolean isTwin() {
            return this == TWIN || this == TWIN_PICTURE;
        }
    }

    public WantedFile {
        Objects.requireNonNull(segment);
        Objects.requireNonNull(kind);
    }

    /** A file of nothing that is known to have been seen. */
    public WantedFile(Segment segment, Kind kind) {
        this(segment, kind, false);
    }
}
