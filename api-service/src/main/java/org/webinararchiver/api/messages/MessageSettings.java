package org.webinararchiver.api.messages;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What comes by message. Whoever may publish to the exchange may submit: the broker keeps others out. */
@ConfigMapping(prefix = "archiver.submissions")
public interface MessageSettings {

    /** Whose recordings they are; of the usual one are those that programs of this machine submit over HTTP. */
    @WithDefault("local")
    String owner();
}
