package org.webinararchiver.api.dispatch;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.rabbitmq.OutgoingRabbitMQMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.webinararchiver.platform.task.WakeUp;
import org.webinararchiver.platform.task.WakeUpMessage;

/** Sends wake-ups to the queue of their kind. */
@ApplicationScoped
public class WakeUpPublisher {
    /**
     * A send blocks while the broker is away; workers look for work by themselves, so there is no need to wait long.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MutinyEmitter<String> channel;

    public WakeUpPublisher(@Channel("task-wakeups") MutinyEmitter<String> channel) {
        this.channel = channel;
    }

    /**
     * Sends one wake-up and waits until the broker has confirmed it.
     *
     * @throws RuntimeException when it has not in time
     */
    public void publish(WakeUp wakeUp) {
        var metadata = OutgoingRabbitMQMetadata.builder()
                .withRoutingKey(wakeUp.kind().queue())
                .withContentType("text/plain")
                .build();
        channel.sendMessage(Message.of(WakeUpMessage.of(wakeUp), Metadata.of(metadata)))
                .await()
                .atMost(PATIENCE);
    }
}
