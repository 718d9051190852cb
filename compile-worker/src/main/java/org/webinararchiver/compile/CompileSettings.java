package org.webinararchiver.compile;

import java.time.Duration;

/**
 * How much a compilation may use.
 *
 * @param processes how many ffmpeg processes run at once, 1 or more
 * @param longest a recording that claims to be longer is refused
 */
public record CompileSettings(int processes, Duration longest) {
    public CompileSettings {
        if (processes < 1 || !longest.isPositive()) {
            throw new IllegalArgumentException("at least one process and some time, not " + processes + ", " + longest);
        }
    }

    /** Two processes for every three processors, since each uses more than one; recordings of up to two days. */
    public static CompileSettings usual() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new CompileSettings(Math.max(1, Math.ceilDiv(processors * 2, 3)), Duration.ofDays(2));
    }
}
