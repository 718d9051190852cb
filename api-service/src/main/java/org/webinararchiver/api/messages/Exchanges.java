package org.webinararchiver.api.messages;

import com.rabbitmq.client.Channel;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.webinararchiver.platform.broker.BrokerAddress;

/**
 * Declares the exchanges that messages leave by, so that others can bind to them from the start: their channels connect
 * with the first message only. And it declares where a message goes that no queue takes. That messages go there says a
 * policy at the broker, not the exchanges themselves: with such an argument, those that are there already could not be
 * declared any more, neither by this version nor by an older one that runs beside it.
 */
@ApplicationScoped
public class Exchanges {
    /** Keeps what no queue takes; watched with the other dead letters. */
    public static final String UNROUTED_QUEUE = "unrouted.dead-letters";

    private static final String UNROUTED = "archiver.unrouted";

    /** Whoever keeps sending to nobody fills no disk by it; the oldest go first. */
    private static final int MOST_UNROUTED = 10_000;

    private static final boolean DURABLE = true;
    private static final String CHANNEL = "mp.messaging.incoming.submissions.";
    private static final Logger LOG = Logger.getLogger(Exchanges.class);

    private final BrokerAddress address;
    private final Config config;

    public Exchanges(BrokerAddress address, Config config) {
        this.address = address;
        this.config = config;
    }

    void declare(@Observes StartupEvent event) {
        try (var connection = address.connect("declares exchanges");
                var channel = connection.createChannel()) {
            channel.exchangeDeclare("archiver.events", "topic", DURABLE);
            channel.exchangeDeclare("archiver.dead-letters", "direct", DURABLE);
            if (config.getValue(CHANNEL + "auto-bind-dlq", Boolean.class)) {
                declareUnrouted(channel);
            }
        } catch (IOException | TimeoutException e) {
            LOG.warnf("exchanges are declared with the first message only: %s", e);
        }
    }

    private void declareUnrouted(Channel channel) throws IOException {
        var arguments = new HashMap<String, Object>(Map.of("x-max-length", MOST_UNROUTED));
        config.getOptionalValue(CHANNEL + "dead-letter-queue-type", String.class)
                .ifPresent(type -> arguments.put("x-queue-type", type));
        channel.exchangeDeclare(UNROUTED, "fanout", DURABLE);
        channel.queueDeclare(UNROUTED_QUEUE, DURABLE, false, false, arguments);
        channel.queueBind(UNROUTED_QUEUE, UNROUTED, "");
    }
}
