package org.webinararchiver.api.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How whoever listens at the API is told what happens to recordings. */
@ConfigMapping(prefix = "archiver.events")
public interface EventSettings {

    /** How often to look what has happened, while anybody listens; so late the news may come. */
    @WithDefault("PT1S")
    Duration interval();

    /**
     * After how long a silence a listener is sent a sign of life; less than a proxy between bears a silent connection.
     */
    @WithDefault("PT15S")
    Duration heartbeat();

    /** After how long to hang up on a listener that does not take what it was sent. */
    @WithDefault("PT1M")
    Duration patience();

    /** How long to keep what happened, for listeners that go on after a break. */
    @WithDefault("P7D")
    Duration kept();
}
