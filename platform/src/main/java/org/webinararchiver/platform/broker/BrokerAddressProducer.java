package org.webinararchiver.platform.broker;

import com.rabbitmq.client.Address;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Reads the broker's address from the settings that the channels read theirs from. */
@ApplicationScoped
public class BrokerAddressProducer {
    private static final int USUAL_PORT = 5672;

    @Produces
    @Singleton
    BrokerAddress address(Config config) {
        return new BrokerAddress(
                servers(config),
                text(config, "rabbitmq-username").orElse("guest"),
                text(config, "rabbitmq-password").orElse("guest"),
                text(config, "rabbitmq-virtual-host").orElse("/"),
                config.getOptionalValue("rabbitmq-ssl", Boolean.class).orElse(false));
    }

    private static List<Address> servers(Config config) {
        var host = text(config, "rabbitmq-host").orElse("localhost");
        var port = config.getOptionalValue("rabbitmq-port", Integer.class).orElse(USUAL_PORT);
        return text(config, "rabbitmq-addresses")
                .map(addresses -> List.of(Address.parseAddresses(addresses)))
                .orElseGet(() -> List.of(new Address(host, port)));
    }

    private static Optional<String> text(Config config, String name) {
        return config.getOptionalValue(name, String.class);
    }
}
