package org.webinararchiver.api.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How whoever listens is told what happens to recordings. */
@ConfigMapping(prefix = "archiver.events")
public interface EventSettings {

    /** How often to look what has happened, while anybody listens. */
    @WithDefault("PT1S")
    Duration interval();

    /** After how long a silence a listener is told that there was nothing to tell. */
    @WithDefault("PT15S")
    Duration heartbeat();

    /** When to hang up on a listener that does not take what it was sent. */
    @WithDefault("PT1M")
    Duration patience();

    /** How long to keep what happened, for those that go on listening after a break. */
    @WithDefault("P7D")
    Duration kept();
}
