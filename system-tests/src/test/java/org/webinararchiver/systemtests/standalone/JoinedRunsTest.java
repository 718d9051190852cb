package org.webinararchiver.systemtests.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.webinararchiver.systemtests.media.Lectures.EIGHT_FILES;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
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
import org.webinararchiver.systemtests.process.Program;

/** Several runs on one data folder work with one archive, whichever of them ends first, and however. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
@Timeout(300)
class JoinedRunsTest {
    private static Studio studio;

    @RegisterExtension
    final Outputs outputs = new Outputs();

    @TempDir
    Path folder;

    private Archive archive;
    private SlowFiles files;
    private Simulator simulator;
    private String link;

    @BeforeAll
    static void record() throws Exception {
        studio = TestStudio.with(List.of(EIGHT_FILES));
    }

    @BeforeEach
    void start() throws Exception {
        archive = Archive.in(folder, outputs).allowingThisMachine();
        files = new SlowFiles(studio, EIGHT_FILES);
        simulator = Simulator.start(0, files, List.of(EIGHT_FILES));
        link = simulator.linkTo(EIGHT_FILES).toString();
    }

    @AfterEach
    void stop() {
        files.goOn();
        simulator.close();
    }

    private Program joined(String... arguments) throws IOException, InterruptedException {
        var program = archive.start(arguments);
        await("it has joined")
                .atMost(Duration.ofSeconds(60))
                .until(() -> program.errors().contains("Joined the archive that is running already"));
        return program;
    }

    @Test
    void aSecondRunWorksWithTheArchiveOfTheFirstAndNothingIsFetchedTwice() throws Exception {
        try (var first = archive.start(link)) {
            files.awaitStandstill();
            try (var second = joined(link)) {
                files.goOn();

                var firstEnded = Archive.ended(first);
                var secondEnded = Archive.ended(second);

                assertThat(firstEnded.exitCode()).isZero();
                assertThat(secondEnded.exitCode()).isZero();
                assertThat(secondEnded.output()).isEqualTo(firstEnded.output());
                assertThat(secondEnded.errors()).contains("fetching").contains("complete");
                FinishedFile.mustBe(EIGHT_FILES, secondEnded.file());
                assertThat(simulator.requests().count(PathKind.MEDIA)).isEqualTo(8);
            }
        }
    }

    @Test
    void theFirstRunDoesNotEndBeforeTheSecondHasItsRecording() throws Exception {
        var quick = new SlowFiles(studio, EIGHT_FILES);
        try (var other = Simulator.start(0, quick, List.of(EIGHT_FILES));
                var first = archive.start(other.linkTo(EIGHT_FILES).toString())) {
            quick.awaitStandstill();
            try (var second = joined(link)) {
                quick.goOn();
                await("the first has its own file and waits")
                        .atMost(Duration.ofSeconds(90))
                        .until(() -> first.errors().contains("still wait for their recordings"));
                assertThat(first.output()).endsWith(".mp4\n");
                assertThat(first.isAlive()).isTrue();

                files.goOn();

                assertThat(Archive.ended(second).exitCode()).isZero();
                assertThat(Archive.ended(first).exitCode()).isZero();
            }
        }
    }

    @Test
    void whenTheFirstRunIsKilledTheSecondGoesOn() throws Exception {
        try (var first = archive.start(link)) {
            files.awaitStandstill();
            try (var second = joined(link)) {
                first.kill();
                first.awaitEnd(Duration.ofSeconds(10));
                files.goOn();

                var ended = Archive.ended(second);

                assertThat(ended.exitCode()).isZero();
                assertThat(ended.errors()).contains("takes over");
                FinishedFile.mustBe(EIGHT_FILES, ended.file());
            }
        }
    }

    @Test
    void ctrlCEndsTheFirstRunAlthoughTheSecondStillWaitsAndThatGoesOn() throws Exception {
        try (var first = archive.start(link)) {
            files.awaitStandstill();
            try (var second = joined(link)) {
                first.interrupt();
                assertThat(first.awaitEnd(Duration.ofSeconds(40))).isEqualTo(130);
                files.goOn();

                assertThat(Archive.ended(second).exitCode()).isZero();
                assertThat(LivingPrograms.workingIn(archive.data())).isEmpty();
            }
        }
    }

    @Test
    void nobodyElseCanUseTheArchiveOfARun() throws Exception {
        try (var first = archive.start(link)) {
            files.awaitStandstill();
            var running = archive.running();

            assertThat(running.statusOf("/api/v1/recordings", null)).isEqualTo(403);
            assertThat(running.statusOf("/api/v1/recordings", "guessed")).isEqualTo(403);
            assertThat(running.statusOf("/local", null)).isEqualTo(403);
            assertThat(running.statusOf("/local", running.token())).isEqualTo(200);
        }
    }
}
