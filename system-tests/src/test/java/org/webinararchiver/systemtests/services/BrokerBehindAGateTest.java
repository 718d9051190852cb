package org.webinararchiver.systemtests.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.Lectures;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.testservices.TcpGate;
import org.webinararchiver.testservices.TestBroker;

/**
 * What may happen between the services and whatever broker there is, the embedded one included: it comes late, breaks
 * connections, is away, loses its queues. The worker looks for work by itself only after ten minutes, so whatever is
 * done in time is done because a message was heard.
 */
@Tag("servers")
@Timeout(300)
class BrokerBehindAGateTest {
    @RegisterExtension
    final Outputs outputs = new Outputs();

    private static final List<String> ROLES = List.of("api-service", "download-worker");
    private static final List<TaskKind> HEARD = List.of(TaskKind.PLAN, TaskKind.FETCH);
    private static final Duration TO_RECOVER = Duration.ofSeconds(60);

    /** Longer than a send is waited for. */
    private static final Duration AWAY = Duration.ofSeconds(8);

    private static final Meeting LATE = Lectures.inThreeFiles("behind-a-gate-late");
    private static final Meeting CUT_OFF = Lectures.inThreeFiles("behind-a-gate-cut-off");
    private static final Meeting MEANWHILE = Lectures.inThreeFiles("behind-a-gate-meanwhile");
    private static final List<Meeting> ALL = List.of(LATE, CUT_OFF, MEANWHILE);

    @TempDir
    Path folder;

    private final TestBroker broker = TestBroker.server();
    private final BrokerQueues queues = new BrokerQueues(broker);
    private TcpGate gate;
    private Simulator simulator;
    private Deployment deployment;

    @BeforeEach
    void startBeforeTheBroker() throws Exception {
        gate = broker.gate();
        gate.shut();
        simulator = Simulator.start(0, TestStudio.with(ALL), ALL);
        deployment = Deployment.begin(
                outputs, folder.resolve("scratch"), Map.of("ARCHIVER_TASKS_POLL", "PT10M"), broker.by(gate), ROLES);
    }

    @AfterEach
    void stop() {
        deployment.close();
        simulator.close();
        gate.close();
    }

    @Test
    void whateverHappensToTheBrokerRecordingsAreDownloadedOnce() throws Exception {
        for (var role : ROLES) {
            var service = deployment.of(role).getFirst();
            await(role + " waits")
                    .atMost(TO_RECOVER)
                    .until(() -> service.output().contains("waiting for the broker"));
        }
        gate.open();
        deployment.awaitReady();
        mustBeDownloaded(LATE, submit(LATE));

        gate.shut();
        gate.open();
        everyQueueIsHeard();
        mustBeDownloaded(CUT_OFF, submit(CUT_OFF));

        gate.shut();
        var meanwhile = submit(MEANWHILE);
        await().pollDelay(AWAY).atMost(AWAY.plusSeconds(5)).until(() -> true);
        gate.open();
        mustBeDownloaded(MEANWHILE, meanwhile);

        assertThat(ROLES).allSatisfy(role -> assertThat(deployment.of(role)).allMatch(ServiceProcess::isAlive));
    }

    private String submit(Meeting meeting) {
        return deployment.recordings().accepted(simulator.linkTo(meeting));
    }

    private void mustBeDownloaded(Meeting meeting, String recording) {
        deployment.recordings().downloaded(recording);
        assertThat(meeting.takes())
                .allSatisfy(take -> assertThat(simulator.requests().count(take)).isEqualTo(1));
    }

    private void everyQueueIsHeard() {
        for (var kind : HEARD) {
            await(kind + " is heard")
                    .atMost(TO_RECOVER)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> queues.consumersOf(kind) == 1);
        }
    }
}
