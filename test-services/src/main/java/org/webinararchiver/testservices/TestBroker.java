package org.webinararchiver.testservices;

import com.rabbitmq.client.ConnectionFactory;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A broker for tests that speaks AMQP 0-9-1, one a JVM: that of {@code TEST_RABBITMQ_HOST}, {@code _PORT} (5672),
 * {@code _USER} (guest), {@code _PASSWORD} (guest) and {@code _VHOST} (/), else a container, else an embedded one. All
 * test classes of a JVM share its queues.
 */
public record TestBroker(
        ServiceKind kind, Product product, String host, int port, String user, String password, String virtualHost) {
    private static final String KIND = "TEST_RABBITMQ_KIND";
    private static final String PRODUCT = "TEST_RABBITMQ_PRODUCT";
    private static final String HOST = "TEST_RABBITMQ_HOST";
    private static final String PORT = "TEST_RABBITMQ_PORT";
    private static final String USER = "TEST_RABBITMQ_USER";
    private static final String PASSWORD = "TEST_RABBITMQ_PASSWORD";
    private static final String VIRTUAL_HOST = "TEST_RABBITMQ_VHOST";
    private static final int USUAL_PORT = 5672;

    /** What the broker is: a test of what only RabbitMQ does asks before it begins. */
    public enum Product {
        RABBITMQ,
        /** Apache Qpid Broker-J inside this program. */
        EMBEDDED
    }

    /** The broker, started when it is asked for the first time; it ends with the JVM. */
    public static TestBroker server() {
        return read(ProgramLoader.address(BrokerStart.class)).orElseThrow();
    }

    static Optional<TestBroker> read(Variables variables) {
        return variables
                .find(HOST)
                .map(host -> new TestBroker(
                        ServiceKind.read(KIND, variables),
                        variables.find(PRODUCT).map(Product::valueOf).orElse(Product.RABBITMQ),
                        host,
                        variables.find(PORT).map(Integer::valueOf).orElse(USUAL_PORT),
                        variables.find(USER).orElse("guest"),
                        variables.find(PASSWORD).orElse("guest"),
                        variables.find(VIRTUAL_HOST).orElse("/")));
    }

    /** Makes connections to it. */
    public ConnectionFactory connections() {
        var factory = new ConnectionFactory();
        factory.setHost(host);
        factory.setPort(port);
        factory.setUsername(user);
        factory.setPassword(password);
        factory.setVirtualHost(virtualHost);
        return factory;
    }

    /** A gate to this broker. */
    public TcpGate gate() {
        return TcpGate.to(URI.create("amqp://%s:%d".formatted(host, port)));
    }

    /** The same broker by way of a gate to it. */
    public TestBroker by(TcpGate gate) {
        return new TestBroker(kind, product, gate.host(), gate.port(), user, password, virtualHost);
    }

    /** How a service is told of it. The embedded one knows one type of queue and no dead letters. */
    public Map<String, String> settings() {
        var isRabbit = product == Product.RABBITMQ;
        return Map.of(
                "rabbitmq-host", host,
                "rabbitmq-port", Integer.toString(port),
                "rabbitmq-username", user,
                "rabbitmq-password", password,
                "rabbitmq-virtual-host", virtualHost,
                "archiver.broker.queue-type", isRabbit ? "quorum" : "",
                "archiver.broker.dead-letters", Boolean.toString(isRabbit));
    }

    Map<String, String> variables() {
        return Map.of(
                KIND, kind.name(),
                PRODUCT, product.name(),
                HOST, host,
                PORT, Integer.toString(port),
                USER, user,
                PASSWORD, password,
                VIRTUAL_HOST, virtualHost);
    }
}
