package org.webinararchiver.api.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.webinararchiver.testservices.TestBroker;

/** Another system at the broker: it sends, and hears what its own queue is bound to. */
final class Mailbox implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Connection connection;
    private final Channel channel;
    private final String queue;

    private Mailbox(Connection connection, Channel channel, String queue) {
        this.connection = connection;
        this.channel = channel;
        this.queue = queue;
    }

    /** With a queue that is bound to these keys of an exchange. */
    static Mailbox on(String exchange, String... keys) throws Exception {
        var connection = TestBroker.server().connections().newConnection();
        var channel = connection.createChannel();
        var queue = channel.queueDeclare().getQueue();
        for (var key : keys) {
            channel.queueBind(queue, exchange, key);
        }
        return new Mailbox(connection, channel, queue);
    }

    void submit(byte[] body) throws IOException {
        channel.basicPublish(
                "archiver.submissions",
                "submissions",
                new AMQP.BasicProperties.Builder()
                        .contentType("application/json")
                        .build(),
                body);
    }

    void submit(String body) throws IOException {
        submit(body.getBytes(UTF_8));
    }

    GetResponse next() {
        return await().atMost(PATIENCE).until(() -> channel.basicGet(queue, true), Objects::nonNull);
    }

    JsonPath nextJson() {
        return new JsonPath(new String(next().getBody(), UTF_8));
    }

    boolean isEmpty() throws IOException {
        return channel.messageCount(queue) == 0;
    }

    /** How many submissions nobody has taken yet. */
    long waiting() throws IOException {
        return channel.messageCount("submissions");
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
