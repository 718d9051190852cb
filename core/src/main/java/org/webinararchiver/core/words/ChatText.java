package org.webinararchiver.core.words;

import java.util.List;
import java.util.stream.Collectors;
import org.webinararchiver.core.manifest.Message;

/** What was written in a meeting, for people: a line a message, further lines of it indented. */
public final class ChatText {
    private ChatText() {}

    /** Messages in which nothing can be read are left out. */
    public static String of(List<Message> messages) {
        return messages.stream().map(ChatText::paragraph).collect(Collectors.joining());
    }

    private static String paragraph(Message message) {
        var lines = PlainWords.lines(message.text());
        return lines.isEmpty()
                ? ""
                : "[%s] %s: %s\n".formatted(Clock.read(message.at()), Writer.of(message), String.join("\n    ", lines));
    }
}
