package org.webinararchiver.standalone.cli;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.webinararchiver.standalone.progress.ClockText;

/** Lengths of time as people write them: {@code 90}, {@code 1:02:03} or {@code PT1H2M3S}. */
public final class Times {
    private static final Pattern SECONDS = Pattern.compile("[+-]?\\d{1,9}(\\.\\d{1,9})?");
    private static final Pattern CLOCK =
            Pattern.compile("(?:(?<hours>\\d{1,4}):)?(?<minutes>\\d{1,2}):(?<seconds>[0-5]?\\d(?:\\.\\d{1,9})?)");

    private Times() {}

    /** @throws IllegalArgumentException when it is none, in words for a person */
    public static Duration read(String text) {
        var wanted = text.strip();
        if (SECONDS.matcher(wanted).matches()) {
            return seconds(wanted);
        }
        var clock = CLOCK.matcher(wanted);
        if (clock.matches()) {
            var hours = clock.group("hours") == null ? 0 : Long.parseLong(clock.group("hours"));
            return seconds(clock.group("seconds"))
                    .plusMinutes(Long.parseLong(clock.group("minutes")))
                    .plusHours(hours);
        }
        try {
            return Duration.parse(wanted);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'%s' is no length of time. Write seconds (90), a time (1:02:03) or ISO 8601 (PT1H2M3S)."
                            .formatted(text),
                    e);
        }
    }

    private static Duration seconds(String text) {
        return Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValue());
    }

    /** As a clock shows it. */
    public static String text(Duration time) {
        return ClockText.of(time);
    }
}
