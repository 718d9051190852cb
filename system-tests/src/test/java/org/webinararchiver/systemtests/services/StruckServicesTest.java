package org.webinararchiver.systemtests.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.FinishedFile;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;

/**
 * A service is killed, told to end or frozen until others have taken over, while a recording stands still in each of
 * its steps: the recording is finished and right, the service that wakes again does no harm, and nothing is left
 * behind.
 *
 * <p>Every build tries some of all these cases, chosen by {@code tests.seed}; {@code faults.cases} says how many.
 */
@Tag("servers")
@Timeout(300)
class StruckServicesTest {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final int CASES = Integer.getInteger("faults.cases", 6);
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final int MOST_ATTEMPTS = 3;

    private static final List<String> SERVICES =
            List.of("api-service", "download-worker", "download-worker", "compile-worker", "compile-worker");

    private static final Map<String, String> SHORT_TIMES =
            Map.of("ARCHIVER_TASKS_LEASE", LEASE.toString(), "ARCHIVER_TASKS_HEARTBEAT", "PT0.2S");

    /** Somebody writes, so all of it is composed. */
    private static final Meeting MEETING = Meeting.named("struck")
            .titled("Struck")
            .lecturer("Anna", anna -> anna.cameraInFiles(at(0), at(40), lasting(5)))
            .message(at(2), "Boris", "Good morning")
            .written();

    private enum Blow {
        KILLED,
        TOLD_TO_END,
        FROZEN
    }

    private enum Struck {
        WHO_HOLDS_THE_TASK,
        THE_API
    }

    @TempDir
    static Path folder;

    private static Simulator simulator;
    private static FaultyWays ways;
    private static Deployment deployment;

    static Stream<Arguments> cases() {
        var all = new ArrayList<Arguments>();
        for (var blow : Blow.values()) {
            for (var struck : Struck.values()) {
                for (var step : TaskKind.values()) {
                    var name =
                            "%s is %s during %s".formatted(struck, blow, step).replace('_', ' ');
                    all.add(argumentSet(name.toLowerCase(Locale.ROOT), blow, struck, step));
                }
            }
        }
        Collections.shuffle(all, new Random(Long.getLong("tests.seed", 0)));
        return all.stream().limit(CASES);
    }

    @BeforeAll
    static void start() throws Exception {
        simulator = Simulator.start(0, TestStudio.with(List.of(MEETING)), List.of(MEETING));
        ways = new FaultyWays(simulator);
        var settings = new HashMap<>(SHORT_TIMES);
        settings.putAll(ways.settings());
        deployment = Deployment.begin(OUTPUTS, folder.resolve("scratch"), settings, ways.broker(), SERVICES);
        deployment.awaitReady();
    }

    @AfterEach
    void allAreThereAgain() throws Exception {
        ways.openAll();
        deployment.fillUp();
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable started :
                Stream.of(deployment, ways, simulator).filter(Objects::nonNull).toList()) {
            started.close();
        }
    }

    @ParameterizedTest(name = "{argumentSetName}")
    @MethodSource("cases")
    void theRecordingIsFinishedAllTheSame(Blow blow, Struck struck, TaskKind step) throws Exception {
        var held = HeldStep.of(step, MEETING, deployment, ways);
        var id = held.recording();
        var service =
                switch (struck) {
                    case WHO_HOLDS_THE_TASK -> deployment.withPid(held.holder());
                    case THE_API -> deployment.of("api-service").getFirst();
                };

        strike(service, blow);

        var ended = deployment.recordings().ended(id);
        assertThat(ended.getString("state"))
                .as("%s", ended.getString("failure"))
                .isEqualTo("PROCESSED");
        assertThat(ended.getString("outcome")).isEqualTo("COMPLETE");
        FinishedFile.mustBe(MEETING, deployment.recordings().video(id, folder));
        HeldStep.mustHaveEnded(new TaskTable(ways.database()), id, MOST_ATTEMPTS);
        deployment.recordings().remove(id);
        await("nothing is left of it")
                .atMost(Duration.ofSeconds(30))
                .until(() -> ways.objects(id).isEmpty());
    }

    private static void strike(ServiceProcess service, Blow blow) throws Exception {
        switch (blow) {
            case KILLED -> {
                service.kill();
                ways.openAll();
                deployment.replace(service);
            }
            case TOLD_TO_END -> {
                service.signal("TERM");
                ways.openAll();
                service.awaitEnd();
                deployment.replace(service);
            }
            case FROZEN -> {
                service.signal("STOP");
                ways.openAll();
                await("a lease runs out, and others go on")
                        .pollDelay(LEASE.multipliedBy(2))
                        .atMost(LEASE.multipliedBy(3))
                        .until(() -> true);
                service.signal("CONT");
            }
        }
        deployment.awaitReady();
    }
}
