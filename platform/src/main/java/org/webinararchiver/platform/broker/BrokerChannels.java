package org.webinararchiver.platform.broker;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** The channels of this service that lead to the broker; a program that only uses the platform may have none. */
final class BrokerChannels {
    static final String CONNECTOR = "smallrye-rabbitmq";
    private static final Pattern CHANNEL =
            Pattern.compile("mp\\.messaging\\.(?:incoming|outgoing)\\.[^.]+\\.connector");

    private final Config config;

    BrokerChannels(Config config) {
        this.config = config;
    }

    boolean any() {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> CHANNEL.matcher(name).matches())
                .anyMatch(name -> CONNECTOR.equals(config.getValue(name, String.class)));
    }

    /** The queue behind an incoming channel; empty when the channel leads elsewhere. */
    Optional<WakeUpQueue> queueOf(String channel) {
        return WakeUpQueue.of(
                name -> config.getOptionalValue("mp.messaging.incoming." + channel + "." + name, String.class));
    }
}
