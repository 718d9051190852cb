package org.webinararchiver.core.words;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.webinararchiver.core.manifest.Message;
import org.webinararchiver.core.timeline.Span;

/**
 * Decides for how long each message is shown: long enough to be read, but not when three others have come. What is very
 * long is cut off: it would cover the picture.
 */
final class Cues {
    private static final Duration SHORTEST = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofSeconds(12);
    private static final Duration TO_NOTICE = Duration.ofSeconds(2);
    private static final long MILLIS_A_LETTER = 60;

    /** When many write at once each is shown at least this long, however many there are. */
    private static final Duration LEAST = Duration.ofMillis(500);

    private static final int AT_ONCE = 3;
    private static final int MOST_LINES = 4;
    private static final int MOST_LETTERS = 200;

    private Cues() {}

    /**
     * In the messages' order; none of what was written when the file is over.
     *
     * @param messages in order of time
     * @param duration of the file
     */
    static List<Cue> of(List<Message> messages, Duration duration) {
        var end = duration.truncatedTo(ChronoUnit.MILLIS);
        var cues = new ArrayList<Cue>();
        for (int i = 0; i < messages.size(); i++) {
            var from = at(messages.get(i));
            var lines = lines(messages.get(i));
            if (from.compareTo(end) < 0 && !lines.isEmpty()) {
                var others = i + AT_ONCE < messages.size()
                        ? Optional.of(at(messages.get(i + AT_ONCE)))
                        : Optional.<Duration>empty();
                cues.add(new Cue(new Span(from, earlier(until(from, lines, others), end)), lines));
            }
        }
        return cues;
    }

    private static Duration until(Duration from, List<String> lines, Optional<Duration> others) {
        var read = from.plus(toRead(lines));
        return later(others.map(come -> earlier(come, read)).orElse(read), from.plus(LEAST));
    }

    private static Duration toRead(List<String> lines) {
        var letters = lines.stream().mapToLong(String::length).sum();
        return later(SHORTEST, earlier(LONGEST, TO_NOTICE.plusMillis(MILLIS_A_LETTER * letters)));
    }

    private static List<String> lines(Message message) {
        var lines = new ArrayList<String>();
        int room = MOST_LETTERS;
        for (var line : PlainWords.lines(message.text())) {
            if (room <= 0 || lines.size() == MOST_LINES) {
                lines.add(lines.removeLast() + " …");
                break;
            }
            var words = PlainWords.shortened(line, room);
            lines.add(lines.isEmpty() ? Writer.of(message) + ": " + words : words);
            room -= line.codePointCount(0, line.length());
        }
        return lines;
    }

    private static Duration at(Message message) {
        return message.at().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Duration earlier(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
