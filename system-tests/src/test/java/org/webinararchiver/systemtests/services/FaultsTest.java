package org.webinararchiver.systemtests.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.testservices.Passage;

/**
 * Something happens on the way to each of the servers that the services need, as soon as a recording is at each of its
 * steps, for longer than a lease: the recording is finished and right, nothing is stuck, and little is done twice.
 */
@Tag("servers")
@Timeout(300)
class FaultsTest {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final Duration LASTING = TroubledRecording.LEASE.multipliedBy(2);
    private static final List<String> SERVICES = List.of("api-service", "download-worker", "compile-worker");

    private static final Map<String, Passage> FAULTS = Map.of(
            "is away", new Passage.Shut(),
            "is silent", new Passage.Silent(),
            "is slow", new Passage.Slow(10_000),
            "breaks off", new Passage.Breaking(20_000));

    @TempDir
    static Path folder;

    private static TroubledRecording troubled;

    static Stream<Arguments> cases() {
        var all = new ArrayList<Arguments>();
        for (var server : FaultyWays.To.values()) {
            FAULTS.keySet().stream().sorted().forEach(fault -> {
                for (var step : steps(server)) {
                    var name = "%s %s during %s".formatted(server, fault, step);
                    all.add(argumentSet(name.toLowerCase(Locale.ROOT), server, FAULTS.get(fault), step));
                }
            });
        }
        return SomeCases.of(all);
    }

    /** Nobody asks the origin for anything later than for files. */
    private static List<TaskKind> steps(FaultyWays.To server) {
        return server == FaultyWays.To.ORIGIN ? List.of(TaskKind.PLAN, TaskKind.FETCH) : List.of(TaskKind.values());
    }

    @BeforeAll
    static void start() throws Exception {
        troubled = TroubledRecording.with(SERVICES, folder, OUTPUTS);
    }

    @AfterEach
    void everyWayIsOpen() {
        troubled.ways().openAll();
        troubled.deployment().awaitReady();
    }

    @AfterAll
    static void stop() throws Exception {
        if (troubled != null) {
            troubled.close();
        }
    }

    @ParameterizedTest(name = "{argumentSetName}")
    @MethodSource("cases")
    void nobodyNoticesInTheFinishedFile(FaultyWays.To server, Passage fault, TaskKind step) throws Exception {
        var id = troubled.submitted();
        troubled.tasks().awaitBegun(id, step);

        troubled.ways().let(server, fault);
        await().pollDelay(LASTING).atMost(LASTING.plusSeconds(5)).until(() -> true);
        assertThat(troubled.deployment().services()).allMatch(ServiceProcess::isAlive);
        troubled.ways().openAll();
        troubled.deployment().awaitReady();

        troubled.mustEndWellAndGo(id);
    }
}
