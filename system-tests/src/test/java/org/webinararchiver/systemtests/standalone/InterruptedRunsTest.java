package org.webinararchiver.systemtests.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.webinararchiver.systemtests.media.Lectures.EIGHT_FILES;
import static org.webinararchiver.systemtests.media.Lectures.MUCH_TO_BUILD;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.server.PathKind;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.simulator.studio.Studio;
import org.webinararchiver.systemtests.media.FinishedFile;
import org.webinararchiver.systemtests.media.SlowFiles;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.LivingPrograms;
import org.webinararchiver.systemtests.process.Outputs;

/** A run that ends in the middle, however it ends, is gone on with by the next one. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
@Timeout(300)
class InterruptedRunsTest {
    private static Studio studio;

    @RegisterExtension
    final Outputs outputs = new Outputs();

    @TempDir
    Path folder;

    private Archive archive;

    @BeforeAll
    static void record() throws Exception {
        studio = TestStudio.with(List.of(EIGHT_FILES, MUCH_TO_BUILD));
    }

    @BeforeEach
    void allowThisMachine() {
        archive = Archive.in(folder, outputs).allowingThisMachine();
    }

    @Test
    void whatAKilledRunHadStoredIsNotFetchedAgain() throws Exception {
        var files = new SlowFiles(studio, EIGHT_FILES);
        try (var simulator = Simulator.start(0, files, List.of(EIGHT_FILES))) {
            var link = simulator.linkTo(EIGHT_FILES).toString();
            try (var killed = archive.start(link)) {
                files.awaitStandstill();
                killed.kill();
                killed.awaitEnd(Duration.ofSeconds(10));
            }
            files.goOn();

            var again = archive.run(link);

            assertThat(again.exitCode()).isZero();
            FinishedFile.mustBe(EIGHT_FILES, again.file());
            assertThat(files.servedWithoutWaiting())
                    .isNotEmpty()
                    .allSatisfy(
                            take -> assertThat(simulator.requests().count(take)).isEqualTo(1));
        }
    }

    @Test
    void ctrlCStopsTheFetching() throws Exception {
        var files = new SlowFiles(studio, EIGHT_FILES);
        try (var simulator = Simulator.start(0, files, List.of(EIGHT_FILES));
                var interrupted = archive.start(simulator.linkTo(EIGHT_FILES).toString())) {
            files.awaitStandstill();
            interrupted.interrupt();
            assertThat(interrupted.awaitEnd(Duration.ofSeconds(30))).isEqualTo(130);
            assertThat(interrupted.output()).isEmpty();
            mustHaveLeftNothingRunning();
            assertThat(archive.data().resolve("running.json")).doesNotExist();
            files.goOn();
        }
    }

    @Test
    void ctrlCStopsTheBuildingAndTheNextRunFinishes() throws Exception {
        try (var simulator = Simulator.start(0, studio, List.of(MUCH_TO_BUILD))) {
            var link = simulator.linkTo(MUCH_TO_BUILD).toString();
            try (var interrupted = archive.start(link)) {
                await("ffmpeg is at work").atMost(Duration.ofSeconds(120)).until(this::ffmpegIsAtWork);
                interrupted.interrupt();
                assertThat(interrupted.awaitEnd(Duration.ofSeconds(30))).isEqualTo(130);
                assertThat(interrupted.output()).isEmpty();
            }
            mustHaveLeftNothingRunning();
            var asked = simulator.requests().count(PathKind.MEDIA);

            var again = archive.run(link);

            assertThat(again.exitCode()).isZero();
            assertThat(simulator.requests().count(PathKind.MEDIA)).isEqualTo(asked);
            FinishedFile.mustBe(MUCH_TO_BUILD, again.file());
        }
    }

    private boolean ffmpegIsAtWork() {
        return LivingPrograms.workingIn(archive.data()).stream()
                .anyMatch(command -> command.contains("-filter_complex"));
    }

    private void mustHaveLeftNothingRunning() {
        await("the database and ffmpeg have ended")
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        assertThat(LivingPrograms.workingIn(archive.data())).isEmpty());
    }
}
