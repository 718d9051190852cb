package org.webinararchiver.media.mp4;

import java.time.Duration;

/**
 * From when to when something is shown.
 *
 * @param end not before the start
 */
record Span(Duration start, Duration end) {
    Span {
        if (end.compareTo(start) < 0) {
            end = start;
        }
    }

    Duration length() {
        return end.minus(start);
    }
}
