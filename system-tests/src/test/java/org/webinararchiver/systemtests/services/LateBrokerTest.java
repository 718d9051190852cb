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
    private static final List<String> ROLES = List.of("api-service", "download-worker");

    @TempDir
    Path folder;

    @Test
    void servicesWaitForABrokerThatComesLateAndHearItThen() throws Exception {
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
        }
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
