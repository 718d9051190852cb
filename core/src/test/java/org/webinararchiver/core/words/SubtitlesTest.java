package org.webinararchiver.core.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.core.words.Chat.message;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.manifest.Message;
import org.webinararchiver.core.timeline.Span;

/** What was written in a meeting, as players read it. */
class SubtitlesTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Pattern CUE =
            Pattern.compile("(\\d\\d):(\\d\\d):(\\d\\d)[.,](\\d{3}) --> (\\d\\d):(\\d\\d):(\\d\\d)[.,](\\d{3})");

    @Test
    void aMessageIsShownWithItsAuthorForAsLongAsItTakesToRead() {
        var messages = List.of(message("Good morning", 62.5));

        assertThat(WebVtt.ofChat(messages, HOUR)).isEqualTo("""
                WEBVTT

                00:01:02.500 --> 00:01:05.580
                Anna: Good morning
                """);
        assertThat(SubRip.of(messages, HOUR)).isEqualTo("""
                1
                00:01:02,500 --> 00:01:05,580
                Anna: Good morning
                """);
    }

    @Test
    void aMessageMakesRoomForTheThirdAfterIt() {
        var messages = List.of(message("one", 10), message("two", 10.2), message("three", 10.4), message("four", 11));

        assertThat(Cues.of(messages, HOUR).getFirst().time()).isEqualTo(span(10, 11));
    }

    @Test
    void manyAtTheSameInstantAreAllShownForAMoment() {
        var messages = List.of(message("1", 5), message("2", 5), message("3", 5), message("4", 5));

        assertThat(Cues.of(messages, HOUR))
                .extracting(Cue::time)
                .containsExactly(span(5, 5.5), span(5, 8), span(5, 8), span(5, 8));
    }

    @Test
    void nothingIsShownAfterTheEndOfTheFile() {
        var messages = List.of(message("just before", 3599.9), message("at the end", 3600), message("later", 4000));

        assertThat(Cues.of(messages, HOUR)).extracting(Cue::time).containsExactly(span(3599.9, 3600));
    }

    @Test
    void whoAsksAndWhoIsUnknownIsTold() {
        var messages = List.of(
                message(Message.Kind.QUESTION, Optional.of("Boris"), "Why?", 1),
                message(Message.Kind.CHAT, Optional.of("\u202e"), "Hm", 2));

        assertThat(Cues.of(messages, HOUR))
                .extracting(Cue::lines)
                .containsExactly(List.of("Boris (question): Why?"), List.of("Somebody: Hm"));
    }

    @Test
    void markupIsShownAsItWasWritten() {
        var messages = List.of(message("<i>a</i> & {\\an8} --> b", 0));

        assertThat(WebVtt.ofChat(messages, HOUR)).contains("Anna: &lt;i&gt;a&lt;/i&gt; &amp; {\\an8} --&gt; b\n");
        assertThat(SubRip.of(messages, HOUR).replace("\u2060", "")).contains("Anna: <i>a</i> & {\\an8} --> b\n");
        assertThat(SubRip.of(messages, HOUR)).doesNotContain("<i>", "{\\", "--> b");
    }

    @Test
    void whatIsLongIsCutOffSinceItWouldCoverThePicture() {
        var messages = List.of(message("word ".repeat(1000), 0), message("a\nb\nc\nd\ne\nf", 20));

        var cues = Cues.of(messages, HOUR);
        assertThat(cues.getFirst().lines().getFirst()).hasSizeLessThan(220).endsWith("…");
        assertThat(cues.getLast().lines()).containsExactly("Anna: a", "b", "c", "d …");
    }

    @Test
    void whoReadsFromRightToLeftAndEmojiStayWhole() {
        var messages = List.of(message("שלום 👩‍🏫 مرحبا", 0));

        assertThat(WebVtt.ofChat(messages, HOUR)).contains("Anna: שלום 👩‍🏫 مرحبا\n");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverIsWrittenTheFilesKeepTheirForm(long seed) {
        var messages = Chat.random(10_000, seed);

        assertForm(WebVtt.ofChat(messages, HOUR).substring("WEBVTT\n\n".length()), 0);
        assertForm(SubRip.of(messages, HOUR), 1);
    }

    /** Blocks between single empty lines, each with its times and something to show. */
    private static void assertForm(String file, int timeLine) {
        var latest = Duration.ZERO;
        for (var block : file.split("\n\n")) {
            var lines = block.lines().toList();
            var time = CUE.matcher(lines.get(timeLine));
            assertThat(time.matches()).as(block).isTrue();
            var from = time(time.toMatchResult(), 1);
            var until = time(time.toMatchResult(), 5);
            assertThat(from).isGreaterThanOrEqualTo(latest).isLessThan(until);
            assertThat(until).isLessThanOrEqualTo(HOUR);
            assertThat(lines.subList(timeLine + 1, lines.size()))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).isNotBlank().doesNotContain("-->", "<b>", "\0"));
            latest = from;
        }
    }

    private static Duration time(MatchResult match, int group) {
        return Duration.ofHours(Long.parseLong(match.group(group)))
                .plusMinutes(Long.parseLong(match.group(group + 1)))
                .plusSeconds(Long.parseLong(match.group(group + 2)))
                .plusMillis(Long.parseLong(match.group(group + 3)));
    }

    private static Span span(double from, double until) {
        return new Span(Duration.ofMillis(Math.round(from * 1000)), Duration.ofMillis(Math.round(until * 1000)));
    }
}
