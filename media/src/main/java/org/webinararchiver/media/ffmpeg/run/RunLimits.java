package org.webinararchiver.media.ffmpeg.run;

import java.time.Duration;

/**
 * How much one run may use before it is ended.
 *
 * @param time from start to end
 * @param memory bytes of address space, which is more than what is really used: every thread reserves its stack.
 *     Enforced on Linux only
 * @param outputFile bytes of each file that is written. Not enforced on Windows
 * @param pixels width times height of each picture that is decoded
 */
public record RunLimits(Duration time, long memory, long outputFile, long pixels) {
    private static final long GIBIBYTE = 1L << 30;

    /** For a piece of work that should take minutes: 8K pictures, 4 GiB of memory, 64 GiB of output. */
    public static final RunLimits USUAL = new RunLimits(Duration.ofHours(1), 4 * GIBIBYTE, 64 * GIBIBYTE, 7680L * 4320);

    public RunLimits {
        if (!time.isPositive() || memory <= 0 || outputFile <= 0 || pixels <= 0) {
            throw new IllegalArgumentException("limits are above zero");
        }
    }

    public RunLimits withTime(Duration other) {
        return new RunLimits(other, memory, outputFile, pixels);
    }

    public RunLimits withMemory(long other) {
        return new RunLimits(time, other, outputFile, pixels);
    }

    public RunLimits withOutputFile(long other) {
        return new RunLimits(time, memory, other, pixels);
    }

    public RunLimits withPixels(long other) {
        return new RunLimits(time, memory, outputFile, other);
    }
}
