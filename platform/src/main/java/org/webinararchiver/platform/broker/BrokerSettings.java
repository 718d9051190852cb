package org.webinararchiver.platform.broker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a service bears with its broker. */
@ConfigMapping(prefix = "archiver.broker")
public interface BrokerSettings {

    /** How long a service that starts waits for a broker that does not let it in yet; it ends then, and says why. */
    @WithDefault("PT2M")
    Duration patience();

    /** How long a channel may stay broken while the broker answers; after that the service ends, to be started anew. */
    @WithDefault("PT30S")
    Duration brokenChannel();
}
