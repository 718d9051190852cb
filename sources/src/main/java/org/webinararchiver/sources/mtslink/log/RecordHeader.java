package org.webinararchiver.sources.mtslink.log;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What stands in a recording's description beside its log.
 *
 * @param hasLog whether it describes a recording at all
 * @param errorCode why not, like an HTTP status
 * @param duration as announced; absent when it is no time within a webinar
 */
public record RecordHeader(
        boolean hasLog,
        OptionalInt errorCode,
        Optional<String> title,
        Optional<OffsetDateTime> startedAt,
        Optional<Duration> duration) {}
