package org.webinararchiver.platform.broker;

import java.time.Duration;

/** The broker did not let us in for as long as we were ready to wait. */
public final class BrokerUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerUnreachable(BrokerAddress address, Duration patience, Exception last) {
        super(
                "No broker let us in within %s (as %s): %s. Start it or correct rabbitmq-host, rabbitmq-port, rabbitmq-username and rabbitmq-password; archiver.broker.patience says how long to wait."
                        .formatted(patience, address, last),
                last);
    }
}
