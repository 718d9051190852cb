package org.webinararchiver.core.words;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.webinararchiver.core.manifest.Message;
import org.webinararchiver.core.timeline.Span;

/** Text that belongs to times of a video, as browsers read it (.vtt). */
public final class WebVtt {
    private WebVtt() {}

    /**
     * What was written in a meeting, as subtitles.
     *
     * @param duration of the file that they belong to; messages after it are left out
     */
    public static String ofChat(List<Message> messages, Duration duration) {
        return file(Cues.of(messages, duration).stream()
                .map(cue -> block(
                        cue.time(), cue.lines().stream().map(WebVtt::escaped).collect(Collectors.joining("\n")))));
    }

    public static String ofChapters(List<Chapter> chapters) {
        return file(chapters.stream().map(chapter -> block(chapter.time(), escaped(chapter.title()))));
    }

    static String file(Stream<String> blocks) {
        return Stream.concat(Stream.of("WEBVTT\n"), blocks).collect(Collectors.joining("\n"));
    }

    static String block(Span time, String text) {
        return "%s --> %s\n%s\n".formatted(Clock.exact(time.from()), Clock.exact(time.until()), text);
    }

    /** With it no text can hold the arrow that stands between times, or markup. */
    private static String escaped(String line) {
        return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
