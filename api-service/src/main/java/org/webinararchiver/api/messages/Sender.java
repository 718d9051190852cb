package org.webinararchiver.api.messages;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.rabbitmq.OutgoingRabbitMQMetadata;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;

/** Sends messages one after the other, each of which the broker has to confirm. */
final class Sender {
    /** A send blocks while the broker is away; what is not confirmed is sent again later. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int KEPT_ON_DISK = 2;
    private static final Logger LOG = Logger.getLogger(Sender.class);

    private final MutinyEmitter<byte[]> channel;

    Sender(MutinyEmitter<byte[]> channel) {
        this.channel = channel;
    }

    /** Metadata of a message in JSON that outlives the broker. */
    static OutgoingRabbitMQMetadata.Builder json(String routingKey) {
        return OutgoingRabbitMQMetadata.builder()
                .withRoutingKey(routingKey)
                .withContentType("application/json")
                .withDeliveryMode(KEPT_ON_DISK);
    }

    /** Answers whether the broker has confirmed it in time; when it has not, it may have it all the same. */
    boolean isSent(byte[] bytes, OutgoingRabbitMQMetadata metadata) {
        try {
            channel.sendMessage(Message.of(bytes, Metadata.of(metadata)))
                    .await()
                    .atMost(PATIENCE);
            return true;
        } catch (TimeoutException e) {
            LOG.debug("the broker did not confirm a message in time", e);
        } catch (RuntimeException e) {
            LOG.debug("a message could not be sent", e);
        }
        return false;
    }
}
