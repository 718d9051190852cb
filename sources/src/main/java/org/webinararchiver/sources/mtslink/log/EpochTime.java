package org.webinararchiver.sources.mtslink.log;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The platform's absolute times: decimal seconds since 1970, often without a fraction. */
public final class EpochTime {
    private static final BigDecimal FIRST = BigDecimal.valueOf(Years.FIRST.toEpochSecond());
    private static final BigDecimal LAST = BigDecimal.valueOf(Years.LAST.toEpochSecond());
    private static final Duration SECOND = Duration.ofSeconds(1);

    private EpochTime() {}

    /** Empty for a number that is no time of a webinar. */
    static Optional<Instant> parse(BigDecimal seconds) {
        if (seconds.compareTo(FIRST) < 0 || seconds.compareTo(LAST) > 0) {
            return Optional.empty();
        }
        var fraction = seconds.remainder(BigDecimal.ONE).movePointRight(6).intValue();
        return Optional.of(Instant.ofEpochSecond(seconds.longValue(), fraction * 1000L));
    }

    /**
     * How long before the other this time was; zero when it was not. A time without a fraction may be up to a second
     * early, so that less than a second between it and another says nothing.
     */
    public static Duration between(Instant earlier, Instant later) {
        var between = Duration.between(earlier, later);
        var vague = earlier.getNano() == 0 || later.getNano() == 0;
        return between.isNegative() || (vague && between.compareTo(SECOND) < 0) ? Duration.ZERO : between;
    }
}
