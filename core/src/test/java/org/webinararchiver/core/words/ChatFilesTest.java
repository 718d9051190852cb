package org.webinararchiver.core.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.core.words.Chat.message;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.webinararchiver.core.manifest.Message;

/** What was written in a meeting, for people and for programs. */
class ChatFilesTest {

    @Test
    void peopleReadWhenWhoWroteWhat() {
        var messages = List.of(
                message("Good morning", 2),
                message(Message.Kind.QUESTION, Optional.of("Boris"), "Two\r\n\n \nlines\u0007?", 3723),
                message(Message.Kind.CHAT, Optional.empty(), "<b>\u202eturned</b>", 3724));

        assertThat(ChatText.of(messages)).isEqualTo("""
                [0:00:02] Anna: Good morning
                [1:02:03] Boris (question): Two
                    lines?
                [1:02:04] Somebody: <b>turned</b>
                """);
    }

    @Test
    void nobodyCanWriteALineThatLooksLikeAnothersMessage() {
        var text = ChatText.of(Chat.random(10_000, 7));

        assertThat(text.lines())
                .allSatisfy(line -> assertThat(line).matches("(\\[\\d:\\d\\d:\\d\\d] .+: .*|    \\S.*)"));
    }

    @Test
    void programsReadEverythingThatIsKnown() {
        var full = new Message(
                Message.Kind.QUESTION,
                Duration.ofMillis(62_500),
                Optional.of(OffsetDateTime.parse("2026-03-17T11:01:00+03:00")),
                Optional.of("17"),
                Optional.of("\"Anna\" \\"),
                "a\nb\u0001\u2028c 🎓\ud83c");

        assertThat(ChatJson.of(List.of(full, message("x", 70)))).isEqualTo("""
                [
                  {"at":"PT1M2.5S","sentAt":"2026-03-17T11:01:00+03:00","kind":"question",\
                "author":"\\"Anna\\" \\\\","participant":"17","text":"a\\u000ab\\u0001\\u2028c 🎓\\ud83c"},
                  {"at":"PT1M10S","kind":"chat","author":"Anna","text":"x"}
                ]
                """);
    }

    @Test
    void whateverIsWrittenCanBeEncoded() {
        var messages = Chat.random(10_000, 9);

        var files = List.of(ChatJson.of(messages), ChatText.of(messages), WebVtt.ofChat(messages, Duration.ofHours(1)));
        assertThat(files)
                .allSatisfy(
                        file -> assertThat(new String(file.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                                .isEqualTo(file));
    }
}
