package org.webinararchiver.systemtests.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.MessageProperties;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.Lectures;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.testservices.TroubledBroker;

/**
 * Things that happen to a RabbitMQ under running services. The worker looks for work by itself only after ten minutes,
 * so whatever is done in time is done because a message was heard.
 */
@Tag("servers")
@Timeout(300)
class TroubledBrokerTest {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final List<String> ROLES = List.of("api-service", "download-worker");
    private static final List<TaskKind> HEARD = List.of(TaskKind.PLAN, TaskKind.FETCH);
    private static final List<String> TROUBLES = List.of("closed", "deleted", "restarted", "wiped");
    private static final Duration TO_RECOVER = Duration.ofSeconds(60);

    /** Longer than a send is waited for, so that the service lives through a failed one. */
    private static final Duration AWAY = Duration.ofSeconds(8);

    /** A log of all that a service says in an outage, and far less than one that says it in a loop. */
    private static final int MOST_OUTPUT = 200_000;

    private static final Map<String, Meeting> MEETINGS = meetings();

    @TempDir
    static Path folder;

    private static TroubledBroker broker;
    private static Simulator simulator;
    private static Deployment deployment;
    private static RecordingsApi recordings;
    private static BrokerQueues queues;

    /** Something that happens to the broker. */
    @FunctionalInterface
    interface Trouble {
        void happen() throws Exception;
    }

    private static Map<String, Meeting> meetings() {
        var named = new HashMap<String, Meeting>();
        for (var trouble : TROUBLES) {
            for (var when : List.of("during-", "after-")) {
                named.put(when + trouble, Lectures.inThreeFiles(when + trouble));
            }
        }
        named.put("without-trouble", Lectures.inThreeFiles("without-trouble"));
        return named;
    }

    @BeforeAll
    static void start() throws Exception {
        var found = TroubledBroker.create();
        assumeTrue(found.isPresent(), "needs Docker and an image of RabbitMQ, for a broker that trouble is made for");
        broker = found.get();
        broker.start();
        queues = new BrokerQueues(broker.address());
        var served = new ArrayList<>(MEETINGS.values());
        simulator = Simulator.start(0, TestStudio.with(served), served);
        deployment = Deployment.begin(
                OUTPUTS, folder.resolve("scratch"), Map.of("ARCHIVER_TASKS_POLL", "PT10M"), broker.address(), ROLES);
        deployment.awaitReady();
        recordings = deployment.recordings();
    }

    @AfterAll
    static void stop() {
        Stream.of(deployment, simulator, broker).forEach(TroubledBrokerTest::close);
    }

    private static void close(AutoCloseable started) {
        try {
            if (started != null) {
                started.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                argumentSet("its connections are closed by force", "closed", (Trouble) broker::closeConnections),
                argumentSet("the queues are deleted under their consumers", "deleted", (Trouble)
                        () -> queues.delete(HEARD)),
                argumentSet("it is restarted", "restarted", (Trouble) TroubledBrokerTest::restart),
                argumentSet("it is wiped", "wiped", (Trouble) broker::wipe));
    }

    private static void restart() {
        broker.goAway();
        assertThat(services()).allSatisfy(service -> {
            await(service.module() + " is not ready without its broker")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !service.says("ready"));
            assertThat(service.says("live")).as(service.module() + " is alive").isTrue();
        });
        recordings.accepted(simulator.linkTo(MEETINGS.get("during-restarted")));
        await().pollDelay(AWAY).atMost(AWAY.plusSeconds(5)).until(() -> true);
        broker.comeBack();
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void recordingsOfTheTimeOfTroubleAndOfTheTimeAfterAreDownloadedOnce(String name, Trouble trouble) throws Exception {
        var during = MEETINGS.get("during-" + name);
        var after = MEETINGS.get("after-" + name);

        trouble.happen();
        recordings.downloaded(recordings.accepted(simulator.linkTo(during)));
        everyQueueIsHeard();
        recordings.downloaded(recordings.accepted(simulator.linkTo(after)));

        Stream.of(during, after)
                .flatMap(meeting -> meeting.takes().stream())
                .forEach(take -> assertThat(simulator.requests().count(take)).isEqualTo(1));
        assertThat(services()).allMatch(ServiceProcess::isAlive);
        for (var service : services()) {
            service.awaitReady();
            assertThat(service.output()).as("what %s wrote", service.module()).hasSizeLessThan(MOST_OUTPUT);
        }
        assertThat(messagesIn("tasks.dead-letters")).isZero();
    }

    private static void everyQueueIsHeard() {
        for (var kind : HEARD) {
            await(kind + " is heard")
                    .atMost(TO_RECOVER)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> queues.consumersOf(kind) == 1);
        }
    }

    private static List<ServiceProcess> services() {
        return ROLES.stream().flatMap(role -> deployment.of(role).stream()).toList();
    }

    @Test
    void aWakeUpThatMakesNoSenseIsTakenAndDoesNoHarm() throws Exception {
        everyQueueIsHeard();
        var odd = new AMQP.BasicProperties.Builder()
                .contentType("application/json")
                .contentEncoding("nonsense")
                .deliveryMode(MessageProperties.PERSISTENT_BASIC.getDeliveryMode())
                .build();

        queues.send(TaskKind.PLAN, odd, new byte[] {(byte) 0xff, 0, (byte) 0xfe});
        queues.send(TaskKind.PLAN, new AMQP.BasicProperties(), new byte[0]);

        await("the queue is empty").atMost(TO_RECOVER).until(() -> messagesIn("tasks.plan") == 0);
        assertThat(messagesIn("tasks.dead-letters")).isZero();
        assertThat(queues.consumersOf(TaskKind.PLAN)).isEqualTo(1);
    }

    @Test
    void theBrokerHasWhatTheSettingsAskFor() throws Exception {
        everyQueueIsHeard();
        // The channel for sending is opened when there is something to send.
        recordings.downloaded(recordings.accepted(simulator.linkTo(MEETINGS.get("without-trouble"))));
        for (var kind : HEARD) {
            var queue = queue(kind.queue());
            assertThat(queue.get("durable")).isEqualTo(true);
            assertThat(queue.get("type")).asString().endsWith("quorum");
            assertThat(queue.get("arguments").toString())
                    .contains("archiver.dead-letters")
                    .contains(kind.queue());
        }
        assertThat(queue("tasks.dead-letters").get("durable")).isEqualTo(true);
        var consumers = broker.control("list_consumers", "queue_name", "ack_required", "prefetch_count");
        assertThat(consumers.lines().filter(line -> line.startsWith("tasks.")))
                .hasSize(HEARD.size())
                .allMatch(line -> line.endsWith("\ttrue\t16"));
        assertThat(broker.control("list_channels", "name", "confirm")).contains("true");
    }

    private static int messagesIn(String queue) throws IOException, InterruptedException {
        return (int) queue(queue).get("messages");
    }

    private static Map<String, Object> queue(String name) throws IOException, InterruptedException {
        var queue = JsonPath.from(broker.control(
                        "list_queues", "name", "durable", "type", "arguments", "messages", "--formatter", "json"))
                .<Map<String, Object>>get("find { it.name == '" + name + "' }");
        assertThat(queue).as("the queue " + name).isNotNull();
        return queue;
    }
}
