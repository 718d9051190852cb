package org.webinararchiver.sources.mtslink.meeting;

import java.util.Objects;
import java.util.Optional;
import org.webinararchiver.core.manifest.Track;

/**
 * Whose media a file is: the best that the platform tells about it. Files of one owner make one track.
 *
 * @param by what the owner is known by
 * @param id the platform's number of that, or the segment's id
 */
public record MediaOwner(Track.Kind kind, By by, String id) {

    /** What an owner is known by, the best first. */
    public enum By {
        /** The camera's or the shared screen's own number. */
        SOURCE,
        PARTICIPATION,
        STREAM,
        /** Nothing at all: two unknown speakers must stay two tracks. */
        FILE
    }

    public MediaOwner {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(by);
        Objects.requireNonNull(id);
    }

    String trackId() {
        return switch (by) {
            case SOURCE -> sourceName() + "-" + id;
            case PARTICIPATION -> sourceName() + "-of-participation-" + id;
            case STREAM -> sourceName() + "-stream-" + id;
            case FILE -> sourceName() + "-file-" + id;
        };
    }

    /** The participant, where the owner is a person whom the log has shown. */
    Optional<String> person(People people) {
        return switch (kind) {
            case SCREEN -> Optional.empty();
            case PERSON ->
                switch (by) {
                    case SOURCE -> people.ofConference(id);
                    case PARTICIPATION -> Optional.of(people.ofParticipation(id));
                    case STREAM, FILE -> Optional.empty();
                };
        };
    }

    /** The number under which the owner is first known as a person; empty for a screen and for nobody known. */
    Optional<Identity> identity() {
        if (kind == Track.Kind.SCREEN) {
            return Optional.empty();
        }
        return switch (by) {
            case SOURCE -> Optional.of(new Identity(Identity.By.CONFERENCE, id));
            case PARTICIPATION -> Optional.of(new Identity(Identity.By.PARTICIPATION, id));
            case STREAM, FILE -> Optional.empty();
        };
    }

    /** Whether the log says that there was a picture at some time. */
    boolean isPictured(People people) {
        return kind == Track.Kind.SCREEN || (by == By.SOURCE && people.hasSeen(id));
    }

    private String sourceName() {
        return switch (kind) {
            case PERSON -> "conference";
            case SCREEN -> "screensharing";
        };
    }
}
