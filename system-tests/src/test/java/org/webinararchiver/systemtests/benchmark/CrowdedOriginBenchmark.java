package org.webinararchiver.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.server.PathKind;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.systemtests.services.Deployment;
import org.webinararchiver.testservices.TestBroker;

/** Two workers together at an origin that resets what comes past five connections: what politeness costs. */
class CrowdedOriginBenchmark {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final int BORNE = 5;
    private static final int FILES = 1_000;
    private static final long BYTES_OF_A_FILE = 370_000;
    private static final double MOST_WASTED = 0.02;

    private static final Meeting MEETING = Meeting.named("crowded")
            .lecturer("Anna", anna -> anna.cameraInFiles(at(0), at(FILES), lasting(1)))
            .written();

    @Test
    void noFileIsLostAndFewRequestsAreWasted(@TempDir Path folder) throws Exception {
        var media = TestStudio.with(List.of()).of(MEETING.takes().getFirst());
        var files = PaddedMedia.of(media, BYTES_OF_A_FILE, folder.resolve("file.mp4"));
        var settings = Map.of(
                "ARCHIVER_STORAGE_KIND",
                "directory",
                "ARCHIVER_STORAGE_DIRECTORY",
                folder.resolve("store").toString());
        try (var origin = Simulator.start(0, files, List.of(MEETING));
                var deployment = Deployment.begin(
                        OUTPUTS,
                        folder.resolve("scratch"),
                        settings,
                        TestBroker.server(),
                        List.of("api-service", "download-worker", "download-worker"))) {
            deployment.awaitReady();
            origin.connections().limit(BORNE);
            var start = System.nanoTime();
            var recording = deployment.recordings().accepted(origin.linkTo(MEETING));
            await("all files are stored")
                    .atMost(Duration.ofMinutes(10))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> deployment.recordings().show(recording).getInt("progress.stored") == FILES);
            var seconds = (System.nanoTime() - start) / 1e9;

            long resets = origin.connections().resets();
            long asked = origin.requests().count(PathKind.MEDIA) + resets;
            var wasted = (double) (asked - FILES) / asked;
            Figures.tell("origin that bears 5 connections, time of 1,000 files", "%.1f s".formatted(seconds));
            Figures.tell("origin that bears 5 connections, wasted requests", "%.2f %%".formatted(100 * wasted));
            Figures.tell(
                    "origin that bears 5 connections, most at once, the one that is reset among them",
                    Integer.toString(origin.connections().mostAtOnce()));
            assertThat(wasted).isLessThanOrEqualTo(MOST_WASTED);
        }
    }
}
