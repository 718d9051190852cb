package org.webinararchiver.sources.mtslink.meeting;

import java.util.Objects;

/** Something of the platform that media belongs to and that can end: each kind counts its numbers for itself. */
public record Ending(Kind kind, String id) {

    /** What can end. */
    public enum Kind {
        CONFERENCE,
        CONFERENCE_STREAM,
        SCREENSHARING,
        SCREENSHARING_STREAM,
        /** A camera or microphone that was taken away: less exact than the end of its stream. */
        CONFERENCE_TAKEN,
        /** Somebody who left, by each of the numbers that they are known by. */
        USER,
        PARTICIPATION,
        /** The whole meeting; its number says nothing. */
        MEETING
    }

    public static final Ending OF_MEETING = new Ending(Kind.MEETING, "");

    public Ending {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(id);
    }
}
