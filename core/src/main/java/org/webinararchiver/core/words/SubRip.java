package org.webinararchiver.core.words;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.webinararchiver.core.manifest.Message;

/** What was written in a meeting as subtitles that any player knows (.srt). */
public final class SubRip {
    /** Nobody sees it, and with it between its signs a word is no markup: the format has no way to say so. */
    private static final String APART = "\u2060";

    private SubRip() {}

    /** @param duration of the file that they belong to; messages after it are left out */
    public static String of(List<Message> messages, Duration duration) {
        var cues = Cues.of(messages, duration);
        return IntStream.range(0, cues.size())
                .mapToObj(number -> block(number + 1, cues.get(number)))
                .collect(Collectors.joining("\n"));
    }

    private static String block(int number, Cue cue) {
        return "%d\n%s --> %s\n%s\n"
                .formatted(
                        number,
                        time(cue.time().from()),
                        time(cue.time().until()),
                        cue.lines().stream().map(SubRip::plain).collect(Collectors.joining("\n")));
    }

    private static String time(Duration time) {
        return Clock.exact(time).replace('.', ',');
    }

    private static String plain(String line) {
        return line.replace("<", "<" + APART).replace("{", "{" + APART).replace("-->", "--" + APART + ">");
    }
}
