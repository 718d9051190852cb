package org.webinararchiver.core.words;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.webinararchiver.core.manifest.Message;

/**
 * What was written in a meeting, for programs: an array of objects, each with its {@code at} (how far into the file, as
 * ISO 8601 has it), {@code kind} and {@code text}, and where known {@code sentAt}, {@code author} and
 * {@code participant}. Nothing of a text is left out.
 */
public final class ChatJson {
    private ChatJson() {}

    public static String of(List<Message> messages) {
        return messages.stream().map(ChatJson::object).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    private static String object(Message message) {
        return Stream.of(
                        field("at", message.at().toString()),
                        message.sentAt().flatMap(time -> field("sentAt", ISO_OFFSET_DATE_TIME.format(time))),
                        field("kind", message.kind().name().toLowerCase(Locale.ROOT)),
                        message.author().flatMap(name -> field("author", name)),
                        message.participant().flatMap(id -> field("participant", id)),
                        field("text", message.text()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(",", "  {", "}"));
    }

    private static Optional<String> field(String name, String value) {
        return Optional.of("\"%s\":%s".formatted(name, quoted(value)));
    }

    /** Halves of characters, too, are written as numbers: no encoding has them. */
    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(letter -> {
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').appendCodePoint(letter);
            } else if (Character.isISOControl(letter) || isHalf(letter) || letter == '\u2028' || letter == '\u2029') {
                quoted.append("\\u%04x".formatted(letter));
            } else {
                quoted.appendCodePoint(letter);
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isHalf(int letter) {
        return Character.getType(letter) == Character.SURROGATE;
    }
}
