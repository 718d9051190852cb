package org.webinararchiver.sources.mtslink.log;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** The platform's decimal seconds, read exact to the microsecond. */
public final class Seconds {
    /** No webinar lasts longer; a number beyond is a clock gone wrong. */
    public static final Duration LONGEST = Duration.ofDays(7);

    private static final BigDecimal MOST = BigDecimal.valueOf(LONGEST.toSeconds());
    private static final int DIGITS = 6;

    private Seconds() {}

    /** From zero to {@link #LONGEST}; half a microsecond is rounded up. */
    public static Duration of(BigDecimal seconds) throws UnexpectedShape {
        if (seconds.signum() < 0 || seconds.compareTo(MOST) > 0) {
            throw new UnexpectedShape("not a time within a webinar");
        }
        return isNothing(seconds)
                ? Duration.ZERO
                : Duration.of(
                        seconds.setScale(DIGITS, RoundingMode.HALF_UP)
                                .unscaledValue()
                                .longValueExact(),
                        ChronoUnit.MICROS);
    }

    /** Rounding a number like 1E-999999999 would build all of its digits. */
    private static boolean isNothing(BigDecimal seconds) {
        return seconds.signum() == 0 || (long) seconds.precision() - seconds.scale() < -DIGITS;
    }
}
