package org.webinararchiver.api.messages;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.webinararchiver.platform.broker.BrokerAddress;

/**
 * Declares the exchanges that messages leave by, so that others can bind to them from the start: their channels connect
 * with the first message only.
 */
@ApplicationScoped
public class Exchanges {
    private static final boolean DURABLE = true;
    private static final Logger LOG = Logger.getLogger(Exchanges.class);

    private final BrokerAddress address;

    public Exchanges(BrokerAddress address) {
        this.address = address;
    }

    void declare(@Observes StartupEvent event) {
        try (var connection = address.connect("declares exchanges");
                var channel = connection.createChannel()) {
            channel.exchangeDeclare("archiver.events", "topic", DURABLE);
            channel.exchangeDeclare("archiver.dead-letters", "direct", DURABLE);
        } catch (IOException | TimeoutException e) {
            LOG.warnf("exchanges are declared with the first message only: %s", e);
        }
    }
}
