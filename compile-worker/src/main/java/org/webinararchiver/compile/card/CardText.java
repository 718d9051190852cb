package org.webinararchiver.compile.card;

import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
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
    private static final String MORE = "…";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /** Of any words, as strangers wrote them. */
    public static CardText of(String title, Optional<String> lecturer, Optional<OffsetDateTime> startedAt) {
        var plain = plain(title, LONGEST_TITLE);
        return new CardText(
                plain.isEmpty() ? NAMELESS : plain,
                lecturer.map(name -> plain(name, LONGEST_NAME)).filter(name -> !name.isEmpty()),
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

    /**
     * In one line, without what is never seen: characters of control and formatting but for the joiners that scripts
     * need, halves of characters, and those that nobody has defined.
     */
    private static String plain(String words, int longest) {
        var visible = new StringBuilder();
        Normalizer.normalize(words, Normalizer.Form.NFC)
                .codePoints()
                .map(letter -> isSpace(letter) ? ' ' : letter)
                .filter(CardText::isVisible)
                .forEach(visible::appendCodePoint);
        var line = visible.toString().replaceAll(" +", " ").strip();
        return line.codePointCount(0, line.length()) <= longest
                ? line
                : line.substring(0, line.offsetByCodePoints(0, longest)).strip() + MORE;
    }

    private static boolean isSpace(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    private static boolean isVisible(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            case Character.FORMAT -> letter == '\u200c' || letter == '\u200d';
            default -> true;
        };
    }
}
