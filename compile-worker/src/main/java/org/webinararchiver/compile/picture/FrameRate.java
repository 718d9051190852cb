package org.webinararchiver.compile.picture;

import java.time.Duration;
import java.util.List;

/**
 * A constant number of frames a second, from 10 to 30.
 *
 * <p>Where something begins is rounded to the nearest frame on the recording's own axis, and its length follows from
 * where it begins and ends. So errors of rounding do not add up, however many pieces there are.
 */
public record FrameRate(int framesPerSecond) {
    private static final List<Integer> USUAL = List.of(10, 12, 15, 20, 24, 25, 30);
    private static final double TOLERANCE = 0.6;
    private static final long NANOS = 1_000_000_000L;

    public FrameRate {
        if (!USUAL.contains(framesPerSecond)) {
            throw new IllegalArgumentException("not a usual frame rate: " + framesPerSecond);
        }
    }

    /** The usual rate for a source's average: the next higher one, half of it for 50, 30 for anything above 30. */
    public static FrameRate suiting(double average) {
        double wanted = Math.abs(average - 50) < TOLERANCE ? average / 2 : average;
        return new FrameRate(USUAL.stream()
                .filter(usual -> usual + TOLERANCE >= wanted)
                .findFirst()
                .orElse(USUAL.getLast()));
    }

    /** The frame that is nearest to an instant of the recording. */
    public long frameAt(Duration instant) {
        return Math.addExact(
                instant.toSeconds() * framesPerSecond,
                (instant.toNanosPart() * (long) framesPerSecond + NANOS / 2) / NANOS);
    }

    /** When a frame is shown, to the microsecond. */
    public Duration timeOf(long frame) {
        long micros = Math.ceilDiv(Math.multiplyExact(frame, 2_000_000L) - framesPerSecond, 2L * framesPerSecond);
        return Duration.ofSeconds(micros / 1_000_000, micros % 1_000_000 * 1000);
    }
}
