package org.webinararchiver.platform.broker;

import java.time.Duration;
import org.webinararchiver.platform.tls.Untrusted;

/** The broker did not let us in for as long as we were ready to wait. */
public final class BrokerUnreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String ADVICE =
            "Start it or correct rabbitmq-host, rabbitmq-port, rabbitmq-username and rabbitmq-password; archiver.broker.patience says how long to wait.";

    BrokerUnreachable(BrokerAddress address, Duration patience, Exception last) {
        super("No broker let us in within %s (as %s): %s. %s".formatted(patience, address, last, advice(last)), last);
    }

    private static String advice(Exception last) {
        return Untrusted.isWhy(last) ? Untrusted.ADVICE : ADVICE;
    }
}
