package org.webinararchiver.platform.task;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How tasks are held and looked for. */
@ConfigMapping(prefix = "archiver.tasks")
public interface TaskSettings {

    /**
     * How long a worker may be silent before its tasks are given to others. With less, what a killed worker had is
     * begun again sooner, and a worker that is slow for a moment loses its work.
     */
    @WithDefault("PT30S")
    Duration lease();

    /** How often a worker says that it lives, and hears that a recording was cancelled; well below the lease. */
    @WithDefault("PT1S")
    Duration heartbeat();

    /**
     * How often an idle worker looks for work by itself, whether it was woken or not. It costs the database a statement
     * each time, and is what keeps work going while the broker is away.
     */
    @WithDefault("PT2S")
    Duration poll();

    /**
     * How long a worker begins nothing after it has met an outage of database, broker or store; each time twice as
     * long.
     */
    @WithDefault("PT2S")
    Duration outagePause();

    /** The longest pause after an outage, and so how long work may stand still when the server is back. */
    @WithDefault("PT60S")
    Duration longestOutagePause();
}
