package org.webinararchiver.platform.task;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How tasks are held and looked for. */
@ConfigMapping(prefix = "archiver.tasks")
public interface TaskSettings {

    /** How long a worker may be silent before its tasks are given to others. */
    @WithDefault("PT30S")
    Duration lease();

    /** How often a worker says that it lives; well below the lease. */
    @WithDefault("PT1S")
    Duration heartbeat();

    /** How often an idle worker looks for work by itself, whether it was woken or not. */
    @WithDefault("PT2S")
    Duration poll();

    /**
     * How long a worker begins nothing after it has met an outage of one of our own servers; each time twice as long.
     */
    @WithDefault("PT2S")
    Duration outagePause();

    /** The longest such pause. */
    @WithDefault("PT60S")
    Duration longestOutagePause();
}
