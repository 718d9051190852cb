package org.webinararchiver.sources.mtslink.meeting;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.webinararchiver.core.manifest.Message;

/**
 * A message as the log tells it.
 *
 * @param id the platform's number of it, where known
 * @param at when the log told it, which may be later than it was sent
 */
public record Written(
        Message.Kind kind,
        Optional<String> id,
        Duration at,
        Optional<OffsetDateTime> sentAt,
        Optional<Identity> person,
        Optional<String> author,
        String text) {}
