package org.webinararchiver.sources.mtslink.meeting;

import java.util.Objects;

/** What a person is known by. Guests have no user number. */
public record Identity(By by, String id) {

    /** What a person is known by, the most lasting first. */
    public enum By {
        USER,
        PARTICIPATION,
        CONFERENCE
    }

    public Identity {
        Objects.requireNonNull(by);
        Objects.requireNonNull(id);
    }

    /** What ends when this person leaves. */
    public Ending leaving() {
        return switch (by) {
            case USER -> new Ending(Ending.Kind.USER, id);
            case PARTICIPATION -> new Ending(Ending.Kind.PARTICIPATION, id);
            case CONFERENCE -> new Ending(Ending.Kind.CONFERENCE_TAKEN, id);
        };
    }

    /** A user's number as it is; anything else says what it is a number of, so that no guest is taken for a user. */
    String participantId() {
        return switch (by) {
            case USER -> id;
            case PARTICIPATION -> "participation-" + id;
            case CONFERENCE -> "conference-" + id;
        };
    }
}
