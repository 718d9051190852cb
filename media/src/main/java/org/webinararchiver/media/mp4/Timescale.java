package org.webinararchiver.media.mp4;

import java.time.Duration;

/**
 * A clock's rate.
 *
 * @param ticks how many make a second, 1 to 2^32 - 1
 */
record Timescale(long ticks) {
    private static final long NANOS = 1_000_000_000;

    /** Streams that are timed by the calendar start some fifty years after its zero; nothing lasts longer. */
    private static final long MOST_SECONDS = 100L * 366 * 24 * 3600;

    static Timescale of(long ticks) throws NotMp4 {
        if (ticks <= 0) {
            throw new NotMp4("a second is divided into " + ticks + " parts");
        }
        return new Timescale(ticks);
    }

    /** Exact but for less than a nanosecond, to which it is rounded. */
    Duration duration(long count) throws NotMp4 {
        var seconds = Math.floorDiv(count, ticks);
        if (Math.abs(seconds) > MOST_SECONDS) {
            throw new NotMp4("a time of " + seconds + " s");
        }
        var nanos = (Math.floorMod(count, ticks) * NANOS + ticks / 2) / ticks;
        return Duration.ofSeconds(seconds, nanos);
    }
}
