package org.webinararchiver.compile;

import java.math.BigDecimal;
import java.time.Duration;

/** Times in the notation of ffmpeg. */
public final class Seconds {
    private Seconds() {}

    /** Seconds with all their decimals, for example {@code -0.040000000}. */
    public static String of(Duration time) {
        return BigDecimal.valueOf(time.toSeconds())
                .add(BigDecimal.valueOf(time.toNanosPart(), 9))
                .toPlainString();
    }
}
