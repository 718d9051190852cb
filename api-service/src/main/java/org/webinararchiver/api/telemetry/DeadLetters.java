package org.webinararchiver.api.telemetry;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Connection;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.webinararchiver.api.messages.Exchanges;
import org.webinararchiver.platform.broker.BrokerAddress;

/**
 * Watches the queues of messages that nobody could take. They are expected to stay empty: work is not lost with a
 * message, but somebody sends what is not understood, or a worker has a fault.
 */
@ApplicationScoped
public class DeadLetters {
    private static final List<String> QUEUES =
            List.of("tasks.dead-letters", "submissions.dead-letters", Exchanges.UNROUTED_QUEUE);
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final BrokerAddress address;
    private final TelemetrySettings settings;
    private final MeterRegistry registry;
    private final Map<String, Long> counts = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("dead-letters").factory());

    public DeadLetters(BrokerAddress address, TelemetrySettings settings, MeterRegistry registry) {
        this.address = address;
        this.settings = settings;
        this.registry = registry;
    }

    void start(@Observes StartupEvent event) {
        for (var queue : QUEUES) {
            Gauge.builder("archiver.dead.letters", () -> counts.getOrDefault(queue, 0L))
                    .description("Messages that nobody could take")
                    .tag("queue", queue)
                    .register(registry);
        }
        var interval = settings.deadLettersInterval().toMillis();
        clockwork.scheduleWithFixedDelay(this::look, interval, interval, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clockwork.shutdownNow();
    }

    void look() {
        try (var connection = address.connect("looks for dead letters")) {
            QUEUES.forEach(queue -> look(connection, queue));
        } catch (IOException | TimeoutException | RuntimeException e) {
            LOG.debug("whether there are dead letters is not known; the last figures stay", e);
        }
    }

    /** A broker that has no such queue closes the channel, so each look has its own. */
    private void look(Connection connection, String queue) {
        try (var channel = connection.createChannel()) {
            long count = channel.messageCount(queue);
            if (count > counts.getOrDefault(queue, 0L)) {
                LOG.warnf(
                        "%d messages that nobody could take lie in %s; docs/operations.md says what to do",
                        count, queue);
            }
            counts.put(queue, count);
        } catch (IOException | TimeoutException | AlreadyClosedException e) {
            LOG.debugf("no queue %s: %s", queue, e.getMessage());
        }
    }
}
