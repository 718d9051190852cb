package org.webinararchiver.api.dispatch;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.rabbitmq.OutgoingRabbitMQMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.jboss.logging.Logger;
import org.webinararchiver.platform.task.WakeUp;
import org.webinararchiver.platform.task.WakeUpMessage;

/** Sends wake-ups to the queue of their kind. */
@ApplicationScoped
public class WakeUpPublisher {
    /**
     * A send blocks while the broker is away; workers look for work by themselves, so there is no need to wait long.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Well below the 256 that a channel keeps waiting. */
    private static final int AT_ONCE = 64;

    private static final Logger LOG = Logger.getLogger(WakeUpPublisher.class);

    private final MutinyEmitter<String> channel;

    public WakeUpPublisher(@Channel("task-wakeups") MutinyEmitter<String> channel) {
        this.channel = channel;
    }

    /**
     * Sends wake-ups side by side and waits until the broker has confirmed them.
     *
     * @return those that it has not confirmed in time
     */
    public List<WakeUp> publish(List<WakeUp> wakeUps) {
        return Multi.createFrom()
                .iterable(wakeUps)
                .onItem()
                .transformToUni(this::unlessConfirmed)
                .merge(AT_ONCE)
                .select()
                .where(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList()
                .await()
                .indefinitely();
    }

    private Uni<Optional<WakeUp>> unlessConfirmed(WakeUp wakeUp) {
        return send(wakeUp)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(confirmed -> Optional.<WakeUp>empty())
                .onFailure()
                .invoke(why -> LOG.debugf(why, "the wake-up %s was not confirmed", wakeUp))
                .onFailure()
                .recoverWithItem(Optional.of(wakeUp));
    }

    private Uni<Void> send(WakeUp wakeUp) {
        var metadata = OutgoingRabbitMQMetadata.builder()
                .withRoutingKey(wakeUp.kind().queue())
                .withContentType("text/plain")
                .build();
        return channel.sendMessage(Message.of(WakeUpMessage.of(wakeUp), Metadata.of(metadata)));
    }
}
