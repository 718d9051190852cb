package org.webinararchiver.api.telemetry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the API service tells of the whole. */
@ConfigMapping(prefix = "archiver.telemetry")
public interface TelemetrySettings {

    /** How often the work that waits is counted. */
    @WithDefault("PT15S")
    Duration backlogInterval();

    /** How often the queues of messages that nobody could take are looked at. */
    @WithDefault("PT30S")
    Duration deadLettersInterval();
}
