package org.webinararchiver.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.server.MediaFiles;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.systemtests.services.Deployment;
import org.webinararchiver.testservices.TestBroker;

/** How much memory a download worker ever has, whatever it fetches, with the limits that docs/performance.md names. */
class MemoryBenchmark {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final long MEGABYTE = 1_000_000;
    private static final long MOST = 300 * MEGABYTE;
    private static final String WORKER = "download-worker";

    /** Threads share two of glibc's arenas, which keep what was freed. */
    private static final Map<String, String> LIMITS = Map.of(
            "JDK_JAVA_OPTIONS",
            "-Xmx80m -XX:+UseSerialGC -XX:MaxMetaspaceSize=112m -XX:ReservedCodeCacheSize=32m"
                    + " -XX:MaxDirectMemorySize=16m -XX:+ExitOnOutOfMemoryError"
                    + " -XX:TrimNativeHeapInterval=1000 -XX:CompileCommand=quiet"
                    + " -XX:CompileCommand=memlimit,*.*,16M~stop",
            "MALLOC_ARENA_MAX",
            "2");

    @TempDir
    Path folder;

    private Deployment deployment;

    @BeforeEach
    void start() throws Exception {
        var settings = new HashMap<>(LIMITS);
        settings.put("ARCHIVER_STORAGE_KIND", "directory");
        settings.put("ARCHIVER_STORAGE_DIRECTORY", folder.resolve("store").toString());
        deployment = Deployment.begin(
                OUTPUTS, folder.resolve("scratch"), settings, TestBroker.server(), List.of("api-service", WORKER));
        deployment.awaitReady();
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void twentyThousandFiles() throws Exception {
        var meeting = Meeting.named("many")
                .lecturer("Anna", anna -> anna.cameraInFiles(at(0), at(20_000), lasting(1)))
                .written();
        mustFitIn("20,000 files", meeting, oneFile(meeting));
    }

    @Test
    void oneFileOfFiveGigabytes() throws Exception {
        var meeting = Meeting.named("large")
                .lecturer("Anna", anna -> anna.camera(at(0), lasting(1)))
                .written();
        var small = oneFile(meeting).of(meeting.takes().getFirst());
        mustFitIn("one file of 5 GB", meeting, PaddedMedia.of(small, 5_000 * MEGABYTE, folder.resolve("large.mp4")));
    }

    @Test
    void fiveHundredMegabytesOfEvents() throws Exception {
        try (var platform = LongLog.of(500 * MEGABYTE)) {
            var recording = deployment.recordings().accepted(platform.link());
            awaitProgress(recording, "segments", platform.files());
            tell("500 MB of events");
        }
    }

    private void mustFitIn(String what, Meeting meeting, MediaFiles files) throws Exception {
        try (var platform = Simulator.start(0, files, List.of(meeting))) {
            var recording = deployment.recordings().accepted(platform.linkTo(meeting));
            awaitProgress(recording, "stored", meeting.takes().size());
            tell(what);
        }
    }

    private void awaitProgress(String recording, String what, int files) {
        await(files + " " + what)
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> deployment.recordings().show(recording).getInt("progress." + what) == files);
    }

    private void tell(String what) throws IOException {
        long peak = PeakMemory.of(deployment.of(WORKER).getFirst().pid());
        Figures.tell("peak memory of a worker, " + what, "%d MB".formatted(peak / MEGABYTE));
        assertThat(peak).isLessThanOrEqualTo(MOST);
    }

    private static MediaFiles oneFile(Meeting meeting) throws Exception {
        var file = TestStudio.with(List.of()).of(meeting.takes().getFirst());
        return take -> file;
    }
}
