package org.webinararchiver.sources.mtslink.log;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;

/**
 * Reads ISO 8601 with the offsets that the platform writes: {@code +03:00}, {@code +0300}, {@code +03} and {@code Z}.
 */
final class StartTime {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    private StartTime() {}

    /** Empty for what is no time of a webinar. */
    static Optional<OffsetDateTime> parse(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip(), FORMAT)).filter(Years::include);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
