package org.webinararchiver.core.words;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.webinararchiver.core.manifest.Message;

/** Writes down messages for a test. */
final class Chat {
    private static final List<String> BITS = List.of(
            "hello",
            "🎓👩‍🏫",
            "שלום עולם",
            "مرحبا",
            "\n",
            "\r\n\r\n",
            "\u2028",
            " --> ",
            "00:00:01.000 --> 00:00:02.000",
            "<b>bold</b>",
            "<script>",
            "&amp;",
            "{\\an8}",
            "\0",
            "\u202e",
            "\ud83c",
            "\"",
            "\\",
            "\t",
            "x".repeat(300),
            "Привет");

    private Chat() {}

    static Message message(String text, double seconds) {
        return message(Message.Kind.CHAT, Optional.of("Anna"), text, seconds);
    }

    static Message message(Message.Kind kind, Optional<String> author, String text, double seconds) {
        var at = Duration.ofMillis(Math.round(seconds * 1000));
        return new Message(kind, at, Optional.empty(), Optional.empty(), author, text);
    }

    /** What strangers may write within an hour, some of it at the same instant, in order of time. */
    static List<Message> random(int count, long seed) {
        var random = new Random(seed);
        var messages = new ArrayList<Message>();
        double at = 0;
        for (int i = 0; i < count; i++) {
            at += random.nextBoolean() ? 0 : random.nextDouble() * 7200 / count;
            var kind = random.nextInt(4) == 0 ? Message.Kind.QUESTION : Message.Kind.CHAT;
            var author = random.nextInt(5) == 0 ? Optional.<String>empty() : Optional.of(words(random));
            messages.add(message(kind, author, "a" + words(random), at));
        }
        return messages;
    }

    private static String words(Random random) {
        var words = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            words.append(BITS.get(random.nextInt(BITS.size()))).append(random.nextBoolean() ? " " : "");
        }
        return words.toString();
    }
}
