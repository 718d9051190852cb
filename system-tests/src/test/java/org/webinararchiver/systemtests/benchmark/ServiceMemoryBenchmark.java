package org.webinararchiver.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.systemtests.services.Deployment;
import org.webinararchiver.testservices.TestBroker;

/** How much memory each service ever has, of all kinds of memory, while three hours come in two thousand files. */
class ServiceMemoryBenchmark {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final long MEGABYTE = 1_000_000;
    private static final long MOST = 400 * MEGABYTE;
    private static final List<String> SERVICES = List.of("api-service", "download-worker", "compile-worker");
    private static final int FILES = 2_000;
    private static final Duration OF_A_FILE = Duration.ofMillis(5_400);

    @TempDir
    Path folder;

    @Test
    void threeHoursInTwoThousandFiles() throws Exception {
        var meeting = Meeting.named("long")
                .lecturer("Anna", anna -> anna.cameraInFiles(at(0), OF_A_FILE.multipliedBy(FILES), OF_A_FILE))
                .written();
        var file = TestStudio.with(List.of()).of(meeting.takes().getFirst());
        try (var origin = Simulator.start(0, take -> file, List.of(meeting));
                var deployment = Deployment.begin(
                        OUTPUTS,
                        folder.resolve("scratch"),
                        Map.of(
                                "ARCHIVER_STORAGE_KIND",
                                "directory",
                                "ARCHIVER_STORAGE_DIRECTORY",
                                folder.resolve("store").toString()),
                        TestBroker.server(),
                        SERVICES)) {
            deployment.awaitReady();
            var recording = deployment.recordings().accepted(origin.linkTo(meeting), Map.of("chat", false));
            var ended = deployment.recordings().finished(recording);
            assertThat(ended.getString("outcome")).isEqualTo("COMPLETE");
            for (var service : SERVICES) {
                long peak = PeakMemory.of(deployment.of(service).getFirst().pid());
                Figures.tell("peak memory of " + service + ", 3 hours in 2,000 files", (peak / MEGABYTE) + " MB");
                assertThat(peak).as(service).isLessThanOrEqualTo(MOST);
            }
        }
    }
}
