package org.webinararchiver.compile.picture;

import java.time.Duration;
import java.util.List;

/**
 * A constant number of frames a second, from 10 to 30.
 *
 * <p>Where something begins is rounded to the nearest frame on the recording's own axis, and its length follows from
 * where it begins and ends. So errors of rounding do not add up, however many pieces there are.
 *
 * @param frames how many there are in so many seconds
 * @param seconds in which there are so many frames
 */
public record FrameRate(int frames, int seconds) {
    /** Every second frame of most cameras: an instant is never more than 40 milliseconds from the nearest one. */
    public static final FrameRate HALF_OF_25 = new FrameRate(25, 2);

    private static final List<Integer> USUAL = List.of(10, 12, 15, 20, 24, 25, 30);
    private static final double TOLERANCE = 0.6;
    private static final double EXACT = 0.01;
    private static final long NANOS = 1_000_000_000L;
    private static final long MICROS = 1_000_000L;

    public FrameRate {
        if (seconds == 1 ? !USUAL.contains(frames) : frames != 25 || seconds != 2) {
            throw new IllegalArgumentException("not a usual frame rate: %d in %d seconds".formatted(frames, seconds));
        }
    }

    /** A whole number of frames a second. */
    public FrameRate(int framesPerSecond) {
        this(framesPerSecond, 1);
    }

    /** The usual rate for a source's average: the next higher one, half of it for 50, 30 for anything above 30. */
    public static FrameRate suiting(double average) {
        double wanted = Math.abs(average - 50) < TOLERANCE ? average / 2 : average;
        return new FrameRate(USUAL.stream()
                .filter(usual -> usual + TOLERANCE >= wanted)
                .findFirst()
                .orElse(USUAL.getLast()));
    }

    /**
     * The lowest rate of some frames a second or more in which each frame of a source is shown at its own time; where
     * there is none, the one that suits it.
     *
     * @param average the source's
     * @param least how many frames a second there are in any case
     */
    public static FrameRate showingAll(double average, double least) {
        return USUAL.stream()
                .filter(usual -> usual >= least && usual >= average - EXACT && isWhole(usual / average))
                .findFirst()
                .map(FrameRate::new)
                .orElseGet(() -> average > least ? suiting(average) : atLeast(least));
    }

    private static FrameRate atLeast(double least) {
        return new FrameRate(
                USUAL.stream().filter(usual -> usual >= least).findFirst().orElse(USUAL.getLast()));
    }

    private static boolean isWhole(double times) {
        return Math.abs(times - Math.round(times)) < EXACT;
    }

    /** How many frames there are in a second, on average. */
    public double framesPerSecond() {
        return (double) frames / seconds;
    }

    /** As ffmpeg writes it: {@code 25}, or {@code 25/2}. */
    public String text() {
        return seconds == 1 ? Integer.toString(frames) : frames + "/" + seconds;
    }

    /** How many frames there are in some seconds, roughly. */
    public int framesIn(int wholeSeconds) {
        return wholeSeconds * frames / seconds;
    }

    /** The frame that is nearest to an instant of the recording. */
    public long frameAt(Duration instant) {
        long whole = Math.floorDiv(instant.toSeconds(), (long) seconds);
        long rest = Math.floorMod(instant.toSeconds(), (long) seconds) * NANOS + instant.toNanosPart();
        long period = NANOS * seconds;
        return Math.addExact(Math.multiplyExact(whole, (long) frames), (rest * frames + period / 2) / period);
    }

    /** When a frame is shown, to the microsecond. */
    public Duration timeOf(long frame) {
        long micros = Math.ceilDiv(Math.multiplyExact(frame, 2 * MICROS * seconds) - frames, 2L * frames);
        return Duration.ofSeconds(micros / MICROS, micros % MICROS * 1000);
    }
}
