package org.webinararchiver.testservices;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.rabbitmq.RabbitMQContainer;
import org.webinararchiver.testservices.TestBroker.Product;

/**
 * A RabbitMQ for one test class alone, to which things happen. Its port is chosen before it starts and stays the same
 * whatever happens, so that programs can be told of it at any time.
 */
public final class TroubledBroker implements AutoCloseable {
    private static final int AMQP = 5672;

    private final RabbitMQContainer container;
    private final int port;

    private TroubledBroker(String image) {
        this.port = FreePort.next();
        this.container = new RabbitMQContainer(image);
        container.withImagePullPolicy(name -> false);
        container.setPortBindings(List.of(port + ":" + AMQP));
    }

    /** One that does not run yet; empty where Docker does not answer or has no image of RabbitMQ. */
    public static Optional<TroubledBroker> create() {
        return LocalDocker.firstImage(BrokerStart.IMAGES).map(TroubledBroker::new);
    }

    /** How it is reached once it runs. */
    public TestBroker address() {
        return new TestBroker(
                ServiceKind.CONTAINERS,
                Product.RABBITMQ,
                DockerClientFactory.instance().dockerHostIpAddress(),
                port,
                container.getAdminUsername(),
                container.getAdminPassword(),
                "/");
    }

    /** Starts it and waits until it is ready. */
    public void start() {
        container.start();
    }

    /** Stops the server; what it has stored stays. */
    public void goAway() {
        container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
    }

    /** Starts the server again after {@link #goAway()}; it is not ready yet when this returns. */
    public void comeBack() {
        container
                .getDockerClient()
                .startContainerCmd(container.getContainerId())
                .exec();
    }

    /** Forgets every queue, exchange and message, as a server does that is set up anew. */
    public void wipe() throws IOException, InterruptedException {
        control("stop_app");
        control("reset");
        control("start_app");
    }

    /** Closes all connections from its own side. */
    public void closeConnections() throws IOException, InterruptedException {
        control("close_all_connections", "closed by a test");
    }

    /**
     * Runs {@code rabbitmqctl} beside the server.
     *
     * @return what it printed
     * @throws IOException when it fails
     */
    public String control(String... arguments) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of("rabbitmqctl", "--quiet"), Stream.of(arguments));
        ExecResult result = container.execInContainer(command.toArray(String[]::new));
        if (result.getExitCode() != 0) {
            throw new IOException("rabbitmqctl %s: %s%s"
                    .formatted(String.join(" ", arguments), result.getStdout(), result.getStderr()));
        }
        return result.getStdout();
    }

    @Override
    public void close() {
        container.stop();
    }
}
