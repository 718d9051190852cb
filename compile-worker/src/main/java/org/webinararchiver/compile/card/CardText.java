package org.webinararchiver.compile.card;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.webinararchiver.compile.text.PlainText;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Participant;

/**
 * What stands on a title card.
 *
 * @param title of one line, never blank, not too long to be read
 * @param lecturer the name of whoever leads, where known
 * @param date when the recording began, where known
 */
public record CardText(String title, Optional<String> lecturer, Optional<String> date) {
    private static final int LONGEST_TITLE = 240;
    private static final int LONGEST_NAME = 80;
    private static final String NAMELESS = "Recording";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /** Of any words, as strangers wrote them. */
    public static CardText of(String title, Optional<String> lecturer, Optional<OffsetDateTime> startedAt) {
        var plain = PlainText.line(title, LONGEST_TITLE);
        return new CardText(
                plain.isEmpty() ? NAMELESS : plain,
                lecturer.map(name -> PlainText.line(name, LONGEST_NAME)).filter(name -> !name.isEmpty()),
                startedAt.map(DATE::format));
    }

    /** Of a recording. */
    public static CardText of(String title, Optional<OffsetDateTime> startedAt, Manifest manifest) {
        var lecturer = manifest.lecturer()
                .flatMap(id -> manifest.participants().stream()
                        .filter(participant -> participant.id().equals(id))
                        .findFirst())
                .map(Participant::name);
        return of(title, lecturer, startedAt);
    }
}
