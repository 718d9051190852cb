package org.webinararchiver.simulator.meeting;

import java.util.Random;

/**
 * The numbers under which the platform knows a meeting; they make up its link.
 *
 * @param organisation whose room it is
 * @param room the event that the session belongs to
 * @param eventSession the session that was recorded
 * @param recordFile its recording
 */
public record PlatformIds(long organisation, long room, long eventSession, long recordFile) {

    /** Ids of the size that the platform gives. */
    static PlatformIds made(Random random) {
        return new PlatformIds(
                10_000_000 + random.nextInt(80_000_000),
                1_000_000_000 + random.nextInt(900_000_000),
                10_000_000_000L + random.nextInt(1_000_000_000),
                1_000_000_000 + random.nextInt(900_000_000));
    }
}
