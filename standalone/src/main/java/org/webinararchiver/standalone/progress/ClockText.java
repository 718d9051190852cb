package org.webinararchiver.standalone.progress;

import java.time.Duration;

/** A place in a recording as a player shows it: {@code 1:02:03}. */
public final class ClockText {
    private ClockText() {}

    public static String of(Duration time) {
        return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    /** A length of time, without hours where there are none: {@code 2:03}. */
    static String brief(Duration time) {
        return time.toHours() > 0 ? of(time) : "%d:%02d".formatted(time.toMinutesPart(), time.toSecondsPart());
    }
}
