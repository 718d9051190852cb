package org.webinararchiver.core.timeline;

import java.time.Duration;

/** Instants as a player shows them. */
final class Clockface {
    private Clockface() {}

    static String show(Duration instant) {
        return instant.toHours() > 0
                ? "%d:%02d:%02d".formatted(instant.toHours(), instant.toMinutesPart(), instant.toSecondsPart())
                : "%d:%02d".formatted(instant.toMinutes(), instant.toSecondsPart());
    }
}
