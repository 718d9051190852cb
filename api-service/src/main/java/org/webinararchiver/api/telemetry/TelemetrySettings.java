package org.webinararchiver.api.telemetry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the figures of the whole are counted. */
@ConfigMapping(prefix = "archiver.telemetry")
public interface TelemetrySettings {

    /** How often the work that waits is counted, in the database. */
    @WithDefault("PT15S")
    Duration backlogInterval();

    /** How often the broker is asked how many messages nobody could take. */
    @WithDefault("PT30S")
    Duration deadLettersInterval();
}
