package org.webinararchiver.systemtests.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.Lectures;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.testservices.TestBroker;
import org.webinararchiver.testservices.TroubledBroker;

/** Services that start before their broker. */
@Tag("servers")
@Timeout(300)
class LateBrokerTest {
    @RegisterExtension
    final Outputs outputs = new Outputs();

    /** How long the services wait for the broker; {@code -Darchiver.broker.late=PT30S} for the long form. */
    private static final Duration LATE = Duration.parse(System.getProperty("archiver.broker.late", "PT8S"));

    private static final Duration TO_START = Duration.ofSeconds(60);
    private static final List<String> ROLES = List.of("api-service", "download-worker", "compile-worker");

    @TempDir
    Path folder;

    @Test
    void servicesWaitForABrokerThatComesLateAndDeclareAndHearThen() throws Exception {
        var meeting = Lectures.inThreeFiles("late-broker");
        var studio = TestStudio.with(List.of(meeting));
        try (var broker = troubled();
                var simulator = Simulator.start(0, studio, List.of(meeting));
                var deployment = Deployment.begin(
                        outputs,
                        folder.resolve("scratch"),
                        Map.of("ARCHIVER_TASKS_POLL", "PT10M"),
                        broker.address(),
                        ROLES)) {
            for (var role : ROLES) {
                var service = deployment.of(role).getFirst();
                await(role + " waits")
                        .atMost(TO_START)
                        .until(() -> service.output().contains("waiting for the broker"));
            }
            await().pollDelay(LATE).atMost(LATE.plusSeconds(5)).until(() -> true);
            assertThat(ROLES).allSatisfy(role -> assertThat(deployment.of(role)).allMatch(ServiceProcess::isAlive));

            broker.start();
            deployment.awaitReady();

            var recordings = deployment.recordings();
            recordings.downloaded(recordings.accepted(simulator.linkTo(meeting)));

            var topology = new Topology(broker);
            assertThat(topology.lines()).isEqualTo(Topology.pinned());
            topology.applyPolicyOfUnrouted();
            whatNoQueueTakesIsKept(broker.address(), topology);
        }
    }

    /** Nobody has to listen to events. */
    private static void whatNoQueueTakesIsKept(TestBroker broker, Topology topology) throws Exception {
        try (var connection = broker.connections().newConnection();
                var channel = connection.createChannel()) {
            channel.confirmSelect();
            channel.basicPublish("archiver.events", "recording.odd", null, new byte[] {1});
            channel.basicPublish("archiver.dead-letters", "nobodys", null, new byte[] {2});
            channel.basicPublish("archiver.submissions", "submision", null, new byte[] {3});
            channel.waitForConfirmsOrDie(TO_START.toMillis());
            await("two messages are kept").atMost(TO_START).until(() -> channel.messageCount(Topology.UNROUTED) == 2);
            assertThat(List.of(
                            channel.basicGet(Topology.UNROUTED, true).getBody()[0],
                            channel.basicGet(Topology.UNROUTED, true).getBody()[0]))
                    .containsExactlyInAnyOrder((byte) 2, (byte) 3);
        }
        assertThat(topology.lines()).isEqualTo(Topology.pinned());
    }

    @Test
    void aServiceWhoseBrokerNeverComesEndsAndSaysWhy() throws Exception {
        try (var broker = troubled();
                var deployment = Deployment.begin(
                        outputs,
                        folder.resolve("scratch"),
                        Map.of("ARCHIVER_BROKER_PATIENCE", "PT3S"),
                        broker.address(),
                        List.of("download-worker"))) {
            var worker = deployment.of("download-worker").getFirst();

            assertThat(worker.awaitEnd()).isNotZero();
            assertThat(worker.output())
                    .contains("No broker let us in within PT3S")
                    .contains("archiver.broker.patience")
                    .doesNotContain("password=" + broker.address().password());
        }
    }

    private static TroubledBroker troubled() {
        var broker = TroubledBroker.create();
        assumeTrue(broker.isPresent(), "needs Docker and an image of RabbitMQ, for a broker that trouble is made for");
        return broker.get();
    }
}
