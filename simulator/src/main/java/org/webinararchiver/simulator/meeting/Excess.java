package org.webinararchiver.simulator.meeting;

import java.time.Duration;

/**
 * What a take's file holds that does not belong into the recording.
 *
 * @param before the take begins: the platform lists the file as one that is running already
 * @param after the take ends: the platform says that the stream ends, and the file goes on
 */
public record Excess(Duration before, Duration after) {
    public static final Excess NONE = new Excess(Duration.ZERO, Duration.ZERO);

    public Excess {
        if (before.isNegative() || after.isNegative()) {
            throw new IllegalArgumentException("an excess is zero or more: " + before + ", " + after);
        }
    }
}
