package org.webinararchiver.platform.broker;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Waits until the broker speaks AMQP with us. That its port is open is not enough: a broker listens before it is ready,
 * and a proxy listens for one that is away.
 */
public final class BrokerGate {
    private static final Logger LOG = Logger.getLogger(BrokerGate.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(5);

    private final BrokerAddress address;
    private final Duration patience;

    /** @param patience how long to wait; at least one attempt is made */
    public BrokerGate(BrokerAddress address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    /**
     * Returns as soon as the broker has let us in.
     *
     * @throws BrokerUnreachable when it has not in time
     * @throws InterruptedException when the process is asked to end meanwhile
     */
    public void await() throws InterruptedException {
        var start = System.nanoTime();
        var reported = start - BETWEEN_REPORTS.toNanos();
        while (true) {
            try {
                address.connect("gate").abort();
                return;
            } catch (IOException | TimeoutException e) {
                var now = System.nanoTime();
                if (now - start >= patience.toNanos()) {
                    throw new BrokerUnreachable(address, patience, e);
                }
                if (now - reported >= BETWEEN_REPORTS.toNanos()) {
                    LOG.infof("waiting for the broker (%s): %s", address, e);
                    reported = now;
                }
            }
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        }
    }
}
