package org.webinararchiver.platform.broker;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.config.Config;

/**
 * Holds the start back until the broker lets us in, for the first connection of a channel is not made a second time.
 * Channels start with the priority {@code LIBRARY_BEFORE} (Quarkus's {@code SmallRyeReactiveMessagingLifecycle}), so
 * this comes earlier. A broker that stays away fails the start, which ends the process.
 */
@ApplicationScoped
public class GateAtStart {
    private static final int BEFORE_CHANNELS = Interceptor.Priority.LIBRARY_BEFORE - 100;

    private final BrokerChannels channels;
    private final BrokerGate gate;

    public GateAtStart(Config config, BrokerAddress address, BrokerSettings settings) {
        this.channels = new BrokerChannels(config);
        this.gate = new BrokerGate(address, settings.patience());
    }

    void pass(@Observes @Priority(BEFORE_CHANNELS) StartupEvent event) throws InterruptedException {
        if (channels.any()) {
            gate.await();
        }
    }
}
