package org.webinararchiver.api.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.MessageProperties;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.webinararchiver.api.ApiTest;
import org.webinararchiver.platform.broker.BrokerAddress;

@ApiTest
class DeadLettersTest {
    private static final String QUEUE = "tasks.dead-letters";
    private static final boolean DURABLE = true;

    @Inject
    DeadLetters letters;

    @Inject
    MeterRegistry registry;

    @Inject
    BrokerAddress address;

    private Connection connection;
    private Channel channel;

    @BeforeEach
    void connect() throws Exception {
        connection = address.connect("a test");
        channel = connection.createChannel();
        declare();
        channel.queuePurge(QUEUE);
    }

    @AfterEach
    void tidyUp() throws IOException {
        declare();
        channel.queueDelete(QUEUE);
        connection.close();
    }

    @Test
    void whatLiesInTheQueueIsCountedUntilSomebodyTakesIt() throws Exception {
        send();
        send();

        letters.look();
        assertThat(counted()).isEqualTo(2);

        channel.queuePurge(QUEUE);
        letters.look();
        assertThat(counted()).isZero();
    }

    @Test
    void aBrokerThatHasNoSuchQueueLeavesTheLastFigure() throws Exception {
        send();
        letters.look();
        channel.queueDelete(QUEUE);

        letters.look();

        assertThat(counted()).isEqualTo(1);
    }

    private void declare() throws IOException {
        channel.queueDeclare(QUEUE, DURABLE, false, false, Map.of());
    }

    private void send() throws Exception {
        channel.confirmSelect();
        channel.basicPublish("", QUEUE, MessageProperties.PERSISTENT_BASIC, new byte[] {1});
        channel.waitForConfirmsOrDie(5_000);
    }

    private double counted() {
        return registry.get("archiver.dead.letters").tag("queue", QUEUE).gauge().value();
    }
}
