package org.webinararchiver.systemtests.services;

import com.rabbitmq.client.AMQP;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.testservices.TestBroker;

/** The queues as a broker sees them. */
final class BrokerQueues {
    private final TestBroker broker;

    BrokerQueues(TestBroker broker) {
        this.broker = broker;
    }

    /**
     * How many consumers the queue of this kind of task has.
     *
     * @throws IOException when there is no such queue
     */
    int consumersOf(TaskKind kind) throws IOException, TimeoutException {
        try (var connection = broker.connections().newConnection();
                var channel = connection.createChannel()) {
            return channel.queueDeclarePassive(kind.queue()).getConsumerCount();
        }
    }

    /** Deletes queues, which must be there, under whoever listens to them, as a broker does that starts anew. */
    void delete(List<TaskKind> kinds) throws IOException, TimeoutException {
        try (var connection = broker.connections().newConnection();
                var channel = connection.createChannel()) {
            for (var kind : kinds) {
                channel.queueDelete(kind.queue());
            }
        }
    }

    /** Sends this to the queue of this kind of task, by way of the exchange that wake-ups take. */
    void send(TaskKind kind, AMQP.BasicProperties properties, byte[] body) throws IOException, TimeoutException {
        try (var connection = broker.connections().newConnection();
                var channel = connection.createChannel()) {
            channel.basicPublish("archiver.tasks", kind.queue(), properties, body);
        }
    }
}
