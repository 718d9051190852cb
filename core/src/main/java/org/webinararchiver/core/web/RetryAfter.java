package org.webinararchiver.core.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Reads the pause that a busy server asks for: seconds or a date, RFC 9110 section 10.2.3. */
public final class RetryAfter {
    /** Whoever asks for more is not believed. */
    public static final Duration LONGEST = Duration.ofDays(1);

    private final Clock clock;

    public RetryAfter(Clock clock) {
        this.clock = clock;
    }

    /** Zero when the text says nothing sensible or a time that has passed. */
    public Duration pause(String text) {
        var asked =
                text.strip().matches("[0-9]{1,18}") ? Duration.ofSeconds(Long.parseLong(text.strip())) : until(text);
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    private Duration until(String date) {
        try {
            var then = ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
            return Duration.between(clock.instant(), then.toInstant());
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
