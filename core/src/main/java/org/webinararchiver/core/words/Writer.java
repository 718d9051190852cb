package org.webinararchiver.core.words;

import org.webinararchiver.core.manifest.Message;

/** Who wrote a message, as it is told beside it: {@code Anna}, {@code Anna (question)}. */
final class Writer {
    private static final int LONGEST = 100;

    private Writer() {}

    static String of(Message message) {
        var name = message.author()
                .map(author -> PlainWords.line(author, LONGEST))
                .filter(author -> !author.isEmpty())
                .orElse("Somebody");
        return switch (message.kind()) {
            case CHAT -> name;
            case QUESTION -> name + " (question)";
        };
    }
}
