package org.webinararchiver.simulator.marker;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * What a frame says about itself.
 *
 * @param source the number of the camera or shared screen, 0 to 255
 * @param time when in the webinar it was shown, in whole milliseconds, up to 49 days
 */
public record FrameReading(int source, Duration time) {
    private static final long LAST_MILLISECOND = 0xFFFF_FFFFL;

    public FrameReading {
        if (source < 0 || source > 0xFF) {
            throw new IllegalArgumentException("a source's number is one byte: " + source);
        }
        if (time.isNegative() || time.toMillis() > LAST_MILLISECOND) {
            throw new IllegalArgumentException("not a time in a webinar: " + time);
        }
        time = time.truncatedTo(ChronoUnit.MILLIS);
    }
}
