package org.webinararchiver.platform.broker;

import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A queue of wake-ups, exactly as its channel declares it: a broker refuses a declaration that differs from what it
 * has.
 *
 * @param type as RabbitMQ names it; empty to leave it to the broker
 * @param deadLetters empty when the broker keeps none
 */
record WakeUpQueue(
        String name, String exchange, String routingKey, Optional<String> type, Optional<DeadLetters> deadLetters) {
    private static final boolean DURABLE = true;
    private static final String DIRECT = "direct";

    /** Where the broker puts a message that it cannot deliver; expected to stay empty. */
    record DeadLetters(String exchange, String queue, String routingKey) {}

    /**
     * Reads it from the settings of a channel.
     *
     * @return empty when the channel does not lead to the broker
     */
    static Optional<WakeUpQueue> of(Function<String, Optional<String>> setting) {
        return setting.apply("connector")
                .filter(BrokerChannels.CONNECTOR::equals)
                .map(connector -> read(setting));
    }

    private static WakeUpQueue read(Function<String, Optional<String>> setting) {
        var name = setting.apply("queue.name").orElseThrow();
        return new WakeUpQueue(
                name,
                setting.apply("exchange.name").orElseThrow(),
                setting.apply("routing-keys").orElseThrow(),
                setting.apply("queue.x-queue-type"),
                setting.apply("auto-bind-dlq")
                        .filter(Boolean::parseBoolean)
                        .map(kept -> new DeadLetters(
                                setting.apply("dead-letter-exchange").orElseThrow(),
                                setting.apply("dead-letter-queue-name").orElseThrow(),
                                name)));
    }

    void declare(Channel channel) throws IOException {
        var arguments = new HashMap<>(ofType());
        if (deadLetters.isPresent()) {
            var letters = deadLetters.get();
            channel.exchangeDeclare(letters.exchange(), DIRECT, DURABLE);
            channel.queueDeclare(letters.queue(), DURABLE, false, false, ofType());
            channel.queueBind(letters.queue(), letters.exchange(), letters.routingKey());
            arguments.put("x-dead-letter-exchange", letters.exchange());
            arguments.put("x-dead-letter-routing-key", letters.routingKey());
        }
        channel.exchangeDeclare(exchange, DIRECT, DURABLE);
        channel.queueDeclare(name, DURABLE, false, false, arguments);
        channel.queueBind(name, exchange, routingKey);
    }

    private Map<String, Object> ofType() {
        return type.<Map<String, Object>>map(named -> Map.of("x-queue-type", named))
                .orElseGet(Map::of);
    }
}
