package org.webinararchiver.platform.broker;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.rabbitmq.RabbitMQConnector;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.jboss.logging.Logger;

/**
 * Ends the process when a channel stays broken although the broker answers, so that whoever supervises it starts it
 * again. The tasks it holds are given back on the way.
 */
@ApplicationScoped
public class ChannelWatch {
    private static final Logger LOG = Logger.getLogger(ChannelWatch.class);
    private static final long SECONDS_BETWEEN_LOOKS = 5;
    private static final int EXIT_CODE = 1;

    private final RabbitMQConnector connector;
    private final BrokerChannels channels;
    private final BrokerAddress address;
    private final BrokenChannels broken;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("channel-watch").factory());
    private volatile ScheduledFuture<?> looks;

    public ChannelWatch(
            @Connector(BrokerChannels.CONNECTOR) RabbitMQConnector connector,
            Config config,
            BrokerAddress address,
            BrokerSettings settings) {
        this.connector = connector;
        this.channels = new BrokerChannels(config);
        this.address = address;
        this.broken = new BrokenChannels(settings.brokenChannel(), System::nanoTime);
    }

    void start(@Observes StartupEvent event) {
        if (channels.any()) {
            looks = clockwork.scheduleWithFixedDelay(
                    this::guardedLook, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        clockwork.shutdownNow();
    }

    /** A look that fails must not end the watch. */
    private void guardedLook() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("the channels could not be looked at", e);
        }
    }

    private void look() {
        if (broken.forTooLong(connector.getReadiness().isOk(), this::brokerAnswers)) {
            LOG.error("The broker answers but a channel to it stays broken; the service ends, to be started again");
            looks.cancel(false);
            Quarkus.asyncExit(EXIT_CODE);
        }
    }

    private boolean brokerAnswers() {
        try {
            address.connect("watch").abort();
            return true;
        } catch (IOException | TimeoutException e) {
            LOG.warnf("the broker is away (%s): %s", address, e);
            return false;
        }
    }
}
