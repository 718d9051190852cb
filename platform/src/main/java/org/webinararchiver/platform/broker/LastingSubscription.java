package org.webinararchiver.platform.broker;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.reactive.messaging.PublisherDecorator;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Makes a subscription again that has ended. When a queue is deleted, the broker cancels its consumers; the connector
 * then ends the stream of messages and, its connection being sound, never subscribes again. A queue that is gone is
 * declared anew first, for the connector does so only when it connects.
 */
@ApplicationScoped
public class LastingSubscription implements PublisherDecorator {
    private static final Logger LOG = Logger.getLogger(LastingSubscription.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final BrokerChannels channels;
    private final BrokerAddress address;

    public LastingSubscription(Config config, BrokerAddress address) {
        this.channels = new BrokerChannels(config);
        this.address = address;
    }

    @Override
    public Multi<? extends Message<?>> decorate(
            Multi<? extends Message<?>> messages, List<String> names, boolean isConnector) {
        if (!isConnector) {
            return messages;
        }
        var queue =
                names.stream().flatMap(name -> channels.queueOf(name).stream()).findFirst();
        return queue.isPresent() ? lasting(messages, queue.get()) : messages;
    }

    private <T extends Message<?>> Multi<T> lasting(Multi<T> messages, WakeUpQueue queue) {
        var hasEnded = new AtomicBoolean();
        return Multi.createFrom()
                .<T>deferred(
                        () -> hasEnded.get() ? declared(queue).onItem().transformToMulti(done -> messages) : messages)
                .onCompletion()
                .failWith(() -> new IllegalStateException("the broker ended the subscription"))
                .onFailure()
                .invoke(why -> {
                    hasEnded.set(true);
                    LOG.warnf("not subscribed to %s, will subscribe again: %s", queue.name(), why.getMessage());
                })
                .onFailure()
                .retry()
                .withBackOff(SHORTEST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private Uni<Void> declared(WakeUpQueue queue) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> declare(queue));
    }

    private void declare(WakeUpQueue queue) {
        try (var connection = address.connect("declares " + queue.name());
                var channel = connection.createChannel()) {
            queue.declare(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TimeoutException e) {
            throw new UncheckedIOException(new IOException("The broker does not answer", e));
        }
    }
}
