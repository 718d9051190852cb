package org.webinararchiver.embedded.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import com.rabbitmq.client.PossibleAuthenticationFailureException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedBrokerTest {

    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void aConfirmedMessageReachesAConsumerOnAnotherConnection() throws Exception {
        try (var sending = connect(broker);
                var receiving = connect(broker)) {
            var channel = declare(sending, "confirmed");
            publish(channel, "confirmed", "wake up");

            var received = new LinkedBlockingQueue<String>();
            var consumer = receiving.createChannel();
            consumer.basicQos(1);
            consumer.basicConsume(
                    "confirmed",
                    false,
                    (tag, delivery) -> {
                        received.add(new String(delivery.getBody(), UTF_8));
                        consumer.basicAck(delivery.getEnvelope().getDeliveryTag(), false);
                    },
                    tag -> {});

            assertThat(received.poll(10, TimeUnit.SECONDS)).isEqualTo("wake up");
        }
    }

    @Test
    void anAcknowledgedMessageIsGoneAndAnotherOneComesAgain() throws Exception {
        try (var connection = connect(broker)) {
            var first = declare(connection, "acknowledged");
            publish(first, "acknowledged", "done");
            publish(first, "acknowledged", "not done");
            first.basicAck(first.basicGet("acknowledged", false).getEnvelope().getDeliveryTag(), false);
            assertThat(first.basicGet("acknowledged", false).getEnvelope().isRedeliver())
                    .isFalse();
            first.close();

            var again = connection.createChannel();
            await().untilAsserted(
                            () -> assertThat(again.messageCount("acknowledged")).isEqualTo(1));
            var message = again.basicGet("acknowledged", true);
            assertThat(new String(message.getBody(), UTF_8)).isEqualTo("not done");
            assertThat(message.getEnvelope().isRedeliver()).isTrue();
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        var factory = factory(broker);
        factory.setPassword(broker.password() + "0");
        assertThatExceptionOfType(PossibleAuthenticationFailureException.class)
                .isThrownBy(() -> factory.newConnection());
    }

    @Test
    void anotherVirtualHostIsRefused() {
        var factory = factory(broker);
        factory.setVirtualHost("other");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> factory.newConnection());
    }

    @Test
    void manyConnectionsAreServedAtOnce() throws Exception {
        var connections = new ArrayList<Connection>();
        try {
            for (int number = 0; number < 20; number++) {
                var connection = connect(broker);
                connections.add(connection);
                publish(declare(connection, "many"), "many", "message " + number);
            }
            assertThat(connections.getFirst().createChannel().messageCount("many"))
                    .isEqualTo(20);
        } finally {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    @Test
    void aDeadClientIsNoticedByItsHeartbeat() throws Exception {
        try (var connection = connect(broker)) {
            assertThat(connection.getHeartbeat()).isBetween(1, 60);
        }
    }

    @Test
    void twoBrokersKnowNothingOfEachOther() throws Exception {
        try (var other = EmbeddedBroker.start();
                var here = connect(broker);
                var there = connect(other)) {
            assertThat(other.port()).isNotEqualTo(broker.port());
            assertThat(other.password()).isNotEqualTo(broker.password());
            publish(declare(here, "shared name"), "shared name", "here");
            assertThat(declare(there, "shared name").messageCount("shared name"))
                    .isZero();
        }
    }

    @Test
    void aClosedBrokerListensNoMore() throws Exception {
        var closed = EmbeddedBroker.start();
        connect(closed).close();
        closed.close();
        closed.close();
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> connect(closed));
    }

    @Test
    void onlyTheLoopbackAddressListens() throws Exception {
        assertThat(broker.host()).isEqualTo("127.0.0.1");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new Socket(InetAddress.getByName("127.0.0.2"), broker.port()).close());
    }

    @Test
    void nothingIsWrittenToTheWorkingDirectory() {
        assertThat(Path.of("work")).doesNotExist();
    }

    private static Connection connect(EmbeddedBroker broker) throws IOException, TimeoutException {
        return factory(broker).newConnection();
    }

    private static ConnectionFactory factory(EmbeddedBroker broker) {
        var factory = new ConnectionFactory();
        factory.setHost(broker.host());
        factory.setPort(broker.port());
        factory.setUsername(broker.user());
        factory.setPassword(broker.password());
        factory.setVirtualHost(broker.virtualHost());
        factory.setAutomaticRecoveryEnabled(false);
        return factory;
    }

    private static Channel declare(Connection connection, String queue) throws IOException {
        var channel = connection.createChannel();
        channel.confirmSelect();
        channel.queueDeclare(queue, true, false, false, null);
        return channel;
    }

    private static void publish(Channel channel, String queue, String text)
            throws IOException, InterruptedException, TimeoutException {
        channel.basicPublish("", queue, true, MessageProperties.PERSISTENT_BASIC, text.getBytes(UTF_8));
        channel.waitForConfirmsOrDie(10_000);
    }
}
