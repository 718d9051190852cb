package org.webinararchiver.core.manifest;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that somebody wrote.
 *
 * @param at where on the recording's time axis it appeared
 * @param sentAt when it was sent, by the source's own clock
 * @param participant the id of whoever wrote it, where known; they need not be listed as a participant
 * @param author the name it was written under, where known
 * @param text any characters, also line breaks; never blank
 */
public record Message(
        Kind kind,
        Duration at,
        Optional<OffsetDateTime> sentAt,
        Optional<String> participant,
        Optional<String> author,
        String text) {

    /** Where it was written. */
    public enum Kind {
        CHAT,
        /** Put to the lecturer. */
        QUESTION
    }

    public Message {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(sentAt);
        Objects.requireNonNull(participant);
        Objects.requireNonNull(author);
        if (at.isNegative() || text.isBlank()) {
            throw new IllegalArgumentException("a message has a text and a time of zero or later: " + at);
        }
    }
}
