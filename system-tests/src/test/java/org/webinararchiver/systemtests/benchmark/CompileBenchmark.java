package org.webinararchiver.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.simulator.witness.Witness;
import org.webinararchiver.systemtests.media.FoundFfmpeg;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.systemtests.services.Deployment;
import org.webinararchiver.testservices.TestBroker;

/**
 * What a lecture of ten minutes in files of five seconds costs from its link to its finished file, beside what it costs
 * to encode the same media once. The services run for a while: the third run counts.
 */
class CompileBenchmark {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    /** The simulated platform has a message in each meeting; with it there would be more to see than one film. */
    private static final Map<String, Boolean> NO_CHAT = Map.of("chat", false);

    private static final int RUNS = 3;
    private static final int SECONDS = 600;
    private static final List<String> SERVICES = List.of("download-worker", "compile-worker");

    private static final List<Meeting> MEETINGS = IntStream.rangeClosed(1, RUNS)
            .mapToObj(run -> Meeting.named("run-" + run)
                    .lecturer("Anna", anna -> anna.cameraInFiles(at(0), at(SECONDS), lasting(5)))
                    .written())
            .toList();

    @TempDir
    static Path folder;

    private static Simulator origin;
    private static Deployment deployment;

    @BeforeAll
    static void start() throws Exception {
        origin = Simulator.start(0, TestStudio.with(MEETINGS), MEETINGS);
        deployment = Deployment.begin(
                OUTPUTS,
                folder.resolve("scratch"),
                Map.of(
                        "ARCHIVER_STORAGE_KIND",
                        "directory",
                        "ARCHIVER_STORAGE_DIRECTORY",
                        folder.resolve("store").toString()),
                TestBroker.server(),
                List.of("api-service", "download-worker", "compile-worker"));
        deployment.awaitReady();
    }

    @AfterAll
    static void stop() {
        if (deployment != null) {
            deployment.close();
        }
        if (origin != null) {
            origin.close();
        }
    }

    @Test
    void tenMinutesInFilesOfFiveSecondsBesideEncodingThemOnce() throws Exception {
        for (int run = 1; run <= RUNS; run++) {
            var meeting = MEETINGS.get(run - 1);
            var encoding = Reencoding.of(meeting, TestStudio.with(List.of()), folder.resolve("encoded-" + run));
            var before = cpu();
            var start = System.nanoTime();
            var recording = deployment.recordings().accepted(origin.linkTo(meeting), NO_CHAT);
            assertThat(deployment.recordings().finished(recording).getString("outcome"))
                    .isEqualTo("COMPLETE");
            var archiving = Cost.since(start, cpu().minus(before));
            tell(run, encoding, archiving);
            if (run == RUNS) {
                lookAt(meeting, deployment.recordings().video(recording, folder));
            }
        }
    }

    private static Duration cpu() {
        return SERVICES.stream()
                .flatMap(service -> deployment.of(service).stream())
                .map(service -> CpuTime.of(service.pid()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static void tell(int run, Cost encoding, Cost archiving) {
        var what = "10 minutes in %d files, run %d, ".formatted(SECONDS / 5, run);
        Figures.tell(what + "encoding once", "%.1f s of CPU".formatted(encoding.cpuSeconds()));
        Figures.tell(
                what + "fetching and compiling",
                "%.1f s of CPU in %.1f s"
                        .formatted(archiving.cpuSeconds(), archiving.time().toMillis() / 1e3));
        Figures.tell(
                what + "CPU, that of encoding being 1",
                "%.2f".formatted(archiving.cpuSeconds() / encoding.cpuSeconds()));
    }

    private static void lookAt(Meeting meeting, Path video) throws Exception {
        var truth = meeting.truth();
        try (var witness = Witness.of(FoundFfmpeg.get(), video)) {
            var report = witness.compare(truth, truth.instants(Duration.ofSeconds(1)));
            assertThat(report.matches()).as("%s", report).isTrue();
            Figures.tell("placement of sound", report.placement().toString());
            Figures.tell(
                    "longer than it should be",
                    "%d ms".formatted(witness.duration().minus(truth.duration()).toMillis()));
        }
    }
}
