package org.webinararchiver.standalone.progress;

import java.time.Duration;

/** A place in a recording as a player shows it: {@code 1:02:03}. */
final class ClockText {
    private ClockText() {}

    static String of(Duration time) {
        return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}
