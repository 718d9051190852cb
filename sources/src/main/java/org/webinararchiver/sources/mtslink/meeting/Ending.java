package org.webinararchiver.sources.mtslink.meeting;

import java.util.Objects;

/** Something of the platform that media belongs to and that can end: each kind counts its numbers for itself. */
public record Ending(Kind kind, String id) {

    /** What can end. */
    public enum Kind {
        CONFERENCE,
        CONFERENCE_STREAM,
        SCREENSHARING,
        SCREENSHARING_STREAM
    }

    public Ending {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(id);
    }
}
