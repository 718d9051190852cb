package org.webinararchiver.media.mp4;

/**
 * When a track's samples are shown, gathered in the order in which they are decoded. In ticks of the track's clock.
 *
 * <p>Sums that no file reaches end as {@link ArithmeticException}, which the reader of files turns into {@link NotMp4}.
 */
final class SampleTimes {
    private long decodeTime;
    private long count;
    private long first = Long.MAX_VALUE;
    private long end = Long.MIN_VALUE;

    /** Where the next sample is decoded; fragments say it once each. */
    void continueAt(long time) {
        decodeTime = time;
    }

    /**
     * Adds samples that are all alike.
     *
     * @param samples how many
     * @param duration of each
     * @param offset how much later than decoded each is shown; may be negative
     */
    void add(long samples, long duration, long offset) {
        if (samples == 0) {
            return;
        }
        var shown = Math.addExact(decodeTime, offset);
        decodeTime = Math.addExact(decodeTime, Math.multiplyExact(samples, duration));
        first = Math.min(first, shown);
        end = Math.max(end, Math.addExact(decodeTime, offset));
        count = Math.addExact(count, samples);
    }

    long count() {
        return count;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** When the first one is shown. Meaningless without samples. */
    long first() {
        return first;
    }

    /** When the last one is no longer shown. Meaningless without samples. */
    long end() {
        return end;
    }
}
