package org.webinararchiver.testservices;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.testcontainers.rabbitmq.RabbitMQContainer;
import org.webinararchiver.embedded.broker.EmbeddedBroker;
import org.webinararchiver.testservices.Offer.Found;
import org.webinararchiver.testservices.TestBroker.Product;

/** Finds or starts the one broker of this JVM; public for {@link ProgramLoader}, which names it. */
public final class BrokerStart implements Supplier<Map<String, String>> {
    static final List<String> IMAGES =
            List.of("rabbitmq:4.2-management", "rabbitmq:4.1-management", "rabbitmq:4-management");

    @Override
    public Map<String, String> get() {
        return Once.SERVER.variables();
    }

    private static TestBroker choose(Variables variables) {
        List<Offer<TestBroker>> offers = List.of(
                new Offer<>(ServiceKind.ENVIRONMENT, () -> ofEnvironment(variables)),
                ContainerOffer.of(IMAGES, RabbitMQContainer::new, BrokerStart::ofContainer),
                new Offer<>(ServiceKind.EMBEDDED, () -> Optional.of(embedded())));
        return new ServiceChoice(ServiceKind.forced(variables)).choose("RabbitMQ", offers);
    }

    private static Optional<Found<TestBroker>> ofEnvironment(Variables variables) {
        return TestBroker.read(variables)
                .map(broker -> new Found<>("environment, " + broker.host() + ":" + broker.port(), broker));
    }

    private static TestBroker ofContainer(RabbitMQContainer container) {
        return new TestBroker(
                ServiceKind.CONTAINERS,
                Product.RABBITMQ,
                container.getHost(),
                container.getAmqpPort(),
                container.getAdminUsername(),
                container.getAdminPassword(),
                "/");
    }

    private static Found<TestBroker> embedded() {
        var broker = EmbeddedBroker.start();
        AtEnd.run("stop the embedded broker", broker::close);
        var server = new TestBroker(
                ServiceKind.EMBEDDED,
                Product.EMBEDDED,
                broker.host(),
                broker.port(),
                broker.user(),
                broker.password(),
                broker.virtualHost());
        return new Found<>("embedded", server);
    }

    private static final class Once {
        private static final TestBroker SERVER = choose(Variables.ofThisProgram());
    }
}
