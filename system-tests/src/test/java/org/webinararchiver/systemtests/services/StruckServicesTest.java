package org.webinararchiver.systemtests.services;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/**
 * A service is killed, told to end or frozen until others have taken over, while a recording stands still in each of
 * its steps: the recording is finished and right, the service that wakes again does no harm, and nothing is left
 * behind.
 */
@Tag("servers")
@Timeout(300)
class StruckServicesTest {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final List<String> SERVICES =
            List.of("api-service", "download-worker", "download-worker", "compile-worker", "compile-worker");

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

    private static TroubledRecording troubled;

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
        return SomeCases.of(all);
    }

    @BeforeAll
    static void start() throws Exception {
        troubled = TroubledRecording.with(SERVICES, folder, OUTPUTS);
    }

    @AfterEach
    void allAreThereAgain() throws Exception {
        troubled.ways().openAll();
        troubled.deployment().fillUp();
    }

    @AfterAll
    static void stop() throws Exception {
        if (troubled != null) {
            troubled.close();
        }
    }

    @ParameterizedTest(name = "{argumentSetName}")
    @MethodSource("cases")
    void theRecordingIsFinishedAllTheSame(Blow blow, Struck struck, TaskKind step) throws Exception {
        var held = HeldStep.of(step, troubled);
        var service =
                switch (struck) {
                    case WHO_HOLDS_THE_TASK -> troubled.deployment().withPid(held.holder());
                    case THE_API -> troubled.deployment().of("api-service").getFirst();
                };

        strike(service, blow, held.recording());

        troubled.mustEndWellAndGo(held.recording());
    }

    private static void strike(ServiceProcess service, Blow blow, String recording) throws Exception {
        switch (blow) {
            case KILLED -> {
                service.kill();
                troubled.ways().openAll();
                troubled.deployment().replace(service);
            }
            case TOLD_TO_END -> {
                service.signal("TERM");
                troubled.ways().openAll();
                service.awaitEnd();
                troubled.deployment().replace(service);
            }
            case FROZEN -> {
                service.signal("STOP");
                troubled.ways().openAll();
                awaitTakenOver(service, recording);
                service.signal("CONT");
            }
        }
        troubled.deployment().awaitReady();
    }

    /** Waits for longer than a lease, and until the service holds nothing of the recording any more. */
    private static void awaitTakenOver(ServiceProcess frozen, String recording) {
        await("others take over what it held")
                .pollDelay(TroubledRecording.LEASE.plusSeconds(1))
                .atMost(Duration.ofSeconds(60))
                .until(() -> {
                    for (var kind : TaskKind.values()) {
                        if (troubled.tasks().all(recording, kind).stream()
                                .anyMatch(task -> task.holder() == frozen.pid())) {
                            return false;
                        }
                    }
                    return true;
                });
    }
}
