package org.webinararchiver.embedded.broker;

import java.util.Optional;
import org.apache.qpid.server.SystemLauncherListener.DefaultSystemLauncherListener;
import org.apache.qpid.server.model.Container;
import org.apache.qpid.server.model.Port;
import org.apache.qpid.server.model.SystemConfig;
import org.webinararchiver.embedded.EmbeddedServerException;

/** Watches a broker start and finds the port that the system gave it. */
final class ListeningPort extends DefaultSystemLauncherListener {

    static final String ADVICE =
            "Start it again; when that does not help, use a RabbitMQ of your own and give its address in the settings.";

    private SystemConfig<?> system;
    private RuntimeException failure;

    @Override
    public void onContainerResolve(SystemConfig<?> resolved) {
        system = resolved;
    }

    @Override
    public void errorOnStartup(RuntimeException failed) {
        failure = failed;
    }

    /** The broker itself, when it has come that far. */
    Optional<Container<?>> broker() {
        return Optional.ofNullable(system).map(resolved -> resolved.getContainer());
    }

    /** @throws EmbeddedServerException when the broker did not start, or listens nowhere */
    int number() {
        if (failure != null) {
            throw new EmbeddedServerException("The embedded broker did not start: " + failure, ADVICE, failure);
        }
        return broker().map(broker -> broker.getChildren(Port.class))
                .flatMap(ports -> ports.stream().findFirst())
                .map(Port::getBoundPort)
                .filter(port -> port > 0)
                .orElseThrow(() -> new EmbeddedServerException("The embedded broker listens on no port.", ADVICE));
    }
}
