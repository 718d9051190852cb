package org.webinararchiver.api.messages;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is submitted by message. Whoever may publish to the exchange may submit: the broker keeps others out. */
@ConfigMapping(prefix = "archiver.submissions")
public interface MessageSettings {

    /**
     * Whose recordings they are. The default is the owner of what programs of the service's own machine submit over
     * HTTP.
     */
    @WithDefault("local")
    String owner();
}
