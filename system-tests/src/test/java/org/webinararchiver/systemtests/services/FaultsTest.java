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
import org.webinararchiver.testservices.Passage;

/**
 * Something happens on the way to each of the servers that the services need, while a recording is at each of its
 * steps, for longer than a lease: the recording is finished and right, nothing is stuck, and little is done twice.
 *
 * <p>Every build tries some of all these cases, chosen by {@code tests.seed}; {@code faults.cases} says how many.
 */
@Tag("servers")
@Timeout(300)
class FaultsTest {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final int CASES = Integer.getInteger("faults.cases", 6);
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final Duration LASTING = LEASE.multipliedBy(2);

    private static final Map<String, Passage> FAULTS = Map.of(
            "is away", new Passage.Shut(),
            "is silent", new Passage.Silent(),
            "is slow", new Passage.Slow(10_000),
            "breaks off", new Passage.Breaking(20_000));

    private static final Map<String, String> SHORT_TIMES = Map.of(
            "ARCHIVER_TASKS_LEASE", LEASE.toString(),
            "ARCHIVER_TASKS_HEARTBEAT", "PT0.2S",
            "ARCHIVER_TASKS_OUTAGE_PAUSE", "PT0.1S",
            "ARCHIVER_TASKS_LONGEST_OUTAGE_PAUSE", "PT0.4S");

    /** Somebody writes, so all of it is composed. */
    private static final Meeting MEETING = Meeting.named("faults")
            .titled("Faults")
            .lecturer("Anna", anna -> anna.cameraInFiles(at(0), at(40), lasting(5)))
            .message(at(2), "Boris", "Good morning")
            .written();

    /** One attempt that the fault spoils, and one that a lease ends which could not be prolonged. */
    private static final int MOST_ATTEMPTS = 3;

    @TempDir
    static Path folder;

    private static Simulator simulator;
    private static FaultyWays ways;
    private static Deployment deployment;

    static Stream<Arguments> cases() {
        var all = new ArrayList<Arguments>();
        for (var server : FaultyWays.To.values()) {
            FAULTS.keySet().stream().sorted().forEach(fault -> {
                for (var step : steps(server)) {
                    all.add(argumentSet(
                            "%s %s during %s".formatted(server, fault, step).toLowerCase(Locale.ROOT),
                            server,
                            FAULTS.get(fault),
                            step));
                }
            });
        }
        Collections.shuffle(all, new Random(Long.getLong("tests.seed", 0)));
        return all.stream().limit(CASES);
    }

    /** Nobody asks the origin for anything later than for files. */
    private static List<TaskKind> steps(FaultyWays.To server) {
        return server == FaultyWays.To.ORIGIN ? List.of(TaskKind.PLAN, TaskKind.FETCH) : List.of(TaskKind.values());
    }

    @BeforeAll
    static void start() throws Exception {
        simulator = Simulator.start(0, TestStudio.with(List.of(MEETING)), List.of(MEETING));
        ways = new FaultyWays(simulator);
        var settings = new HashMap<>(SHORT_TIMES);
        settings.putAll(ways.settings());
        deployment = Deployment.begin(
                OUTPUTS,
                folder.resolve("scratch"),
                settings,
                ways.broker(),
                List.of("api-service", "download-worker", "compile-worker"));
        deployment.awaitReady();
    }

    @AfterEach
    void everyWayIsOpen() {
        ways.openAll();
        deployment.awaitReady();
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
    void nobodyNoticesInTheFinishedFile(FaultyWays.To server, Passage fault, TaskKind step) throws Exception {
        var id = deployment.recordings().accepted(ways.linkTo(MEETING), Map.of("quality", "480p"));
        var tasks = new TaskTable(ways.database());
        await(step + " is under way")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> tasks.all(id, step).stream()
                        .anyMatch(row -> !row.state().equals("WAITING")));

        ways.let(server, fault);
        await().pollDelay(LASTING).atMost(LASTING.plusSeconds(5)).until(() -> true);
        assertThat(deployment.services()).allMatch(ServiceProcess::isAlive);
        ways.openAll();
        deployment.awaitReady();

        var ended = deployment.recordings().ended(id);
        assertThat(ended.getString("state"))
                .as("%s", ended.getString("failure"))
                .isEqualTo("PROCESSED");
        assertThat(ended.getString("outcome")).isEqualTo("COMPLETE");
        FinishedFile.mustBe(MEETING, deployment.recordings().video(id, folder));
        HeldStep.mustHaveEnded(tasks, id, MOST_ATTEMPTS);
        deployment.recordings().remove(id);
        await("nothing is left of it")
                .atMost(Duration.ofSeconds(30))
                .until(() -> ways.objects(id).isEmpty());
    }
}
