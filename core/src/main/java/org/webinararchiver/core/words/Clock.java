package org.webinararchiver.core.words;

import java.time.Duration;

/** Times on a recording's axis, as files of text write them. */
final class Clock {
    private Clock() {}

    /** For people: {@code 1:02:03}. */
    static String read(Duration time) {
        return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    /** For players: {@code 01:02:03.004}. */
    static String exact(Duration time) {
        return "%02d:%02d:%02d.%03d"
                .formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart(), time.toMillisPart());
    }
}
