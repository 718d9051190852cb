package org.webinararchiver.core.recording;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** How large a picture may be. A smaller one is never enlarged, and one that fits is copied where that is possible. */
public enum Quality {
    /** As large as it came. */
    SOURCE(0),
    P1080(1080),
    P720(720),
    P480(480);

    private final int lines;

    Quality(int lines) {
        this.lines = lines;
    }

    /** The largest height in pixels; empty where there is none. */
    public OptionalInt mostHeight() {
        return lines == 0 ? OptionalInt.empty() : OptionalInt.of(lines);
    }

    /** What people write: {@code source}, {@code 1080p} and so on. */
    public String text() {
        return lines == 0 ? "source" : lines + "p";
    }

    /** The quality that is written so, in any case. */
    public static Optional<Quality> named(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(quality -> quality.text().equals(wanted))
                .findFirst();
    }
}
