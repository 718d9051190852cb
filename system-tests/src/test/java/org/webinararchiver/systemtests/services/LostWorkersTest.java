package org.webinararchiver.systemtests.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.webinararchiver.systemtests.media.Lectures.EIGHT_FILES;
import static org.webinararchiver.systemtests.media.Lectures.IN_MANY_PARTS;
import static org.webinararchiver.systemtests.media.Lectures.MUCH_TO_BUILD;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.simulator.studio.Studio;
import org.webinararchiver.systemtests.media.FinishedFile;
import org.webinararchiver.systemtests.media.SlowFiles;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.LivingPrograms;
import org.webinararchiver.systemtests.process.Outputs;

/** Workers end in the middle of their work, in order or not, and nobody notices in the finished file. */
@Tag("servers")
@Timeout(300)
class LostWorkersTest {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    /** Leases that run out soon, so that a test need not wait half a minute for a lost worker's task. */
    private static final Map<String, String> SHORT_LEASES =
            Map.of("ARCHIVER_TASKS_LEASE", "PT5S", "ARCHIVER_TASKS_HEARTBEAT", "PT0.2S");

    private static final Map<String, String> SMALL = Map.of("quality", "480p");

    private static final float BEGUN = 0.05f;

    @TempDir
    static Path folder;

    private static Studio studio;
    private static Deployment deployment;
    private static RecordingsApi recordings;

    @BeforeAll
    static void start() throws Exception {
        studio = TestStudio.with(List.of(EIGHT_FILES, MUCH_TO_BUILD, IN_MANY_PARTS));
        deployment = Deployment.start(OUTPUTS, folder.resolve("scratch"), SHORT_LEASES);
        recordings = deployment.recordings();
    }

    @BeforeEach
    void twoOfEach() throws Exception {
        deployment.fillUp();
    }

    @AfterAll
    static void stop() {
        if (deployment != null) {
            deployment.close();
        }
    }

    /** What a test does to the worker that is in the middle of a task. */
    private interface Ending {
        void of(ServiceProcess worker) throws Exception;
    }

    @Test
    void anotherWorkerFetchesWhatAKilledOneHadNotStored() throws Exception {
        var task = fetchWithAnEndInTheMiddle(ServiceProcess::kill);

        assertThat(task.attempts()).isEqualTo(2);
        assertThat(task.fence()).isEqualTo(2);
    }

    @Test
    void aWorkerThatIsToldToEndGivesBackWhatItFetchesWithoutAnAttemptBeingCounted() throws Exception {
        var task = fetchWithAnEndInTheMiddle(ServiceProcess::terminate);

        assertThat(task.attempts()).isEqualTo(1);
        assertThat(task.fence()).isEqualTo(2);
    }

    private TaskTable.Row fetchWithAnEndInTheMiddle(Ending ending) throws Exception {
        var files = new SlowFiles(studio, EIGHT_FILES);
        try (var simulator = Simulator.start(0, files, List.of(EIGHT_FILES))) {
            var id = recordings.accepted(simulator.linkTo(EIGHT_FILES));
            files.awaitStandstill();

            ending.of(holder(0, id, TaskKind.FETCH));
            files.goOn();

            mustBeComplete(id, EIGHT_FILES);
            assertThat(files.servedWithoutWaiting())
                    .isNotEmpty()
                    .allSatisfy(
                            take -> assertThat(simulator.requests().count(take)).isEqualTo(1));
            return deployment.tasks().only(id, TaskKind.FETCH);
        }
    }

    @Test
    void anotherWorkerBuildsWhatAKilledOneHadBegun() throws Exception {
        var tasks = buildWithAnEndInTheMiddle(worker -> {
            await("ffmpeg is at work")
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> !LivingPrograms.workingIn(worker.scratch()).isEmpty());
            worker.kill();
            await("ffmpeg ends with the worker that started it")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> LivingPrograms.workingIn(worker.scratch()).isEmpty());
        });

        assertThat(tasks).allSatisfy(task -> assertThat(task.fence()).isEqualTo(task.attempts()));
        assertThat(tasks).extracting(TaskTable.Row::attempts).contains(2).allMatch(attempts -> attempts <= 2);
    }

    @Test
    void aWorkerThatIsToldToEndGivesBackWhatItBuildsAndTidiesUp() throws Exception {
        var tasks = buildWithAnEndInTheMiddle(worker -> {
            worker.terminate();
            assertThat(LivingPrograms.workingIn(worker.scratch())).isEmpty();
            assertThat(worker.scratch()).isEmptyDirectory();
        });

        assertThat(tasks).extracting(TaskTable.Row::attempts).containsOnly(1);
        assertThat(tasks).extracting(TaskTable.Row::fence).contains(2L).allMatch(fence -> fence <= 2);
    }

    private List<TaskTable.Row> buildWithAnEndInTheMiddle(Ending ending) throws Exception {
        try (var simulator = Simulator.start(0, studio, List.of(MUCH_TO_BUILD))) {
            var id = recordings.accepted(simulator.linkTo(MUCH_TO_BUILD));

            ending.of(holder(BEGUN, id, TaskKind.RENDER));

            mustBeComplete(id, MUCH_TO_BUILD);
            return deployment.tasks().all(id, TaskKind.RENDER);
        }
    }

    @Test
    void allCompileWorkersRenderPartsOfOneRecordingAtOnce() throws Exception {
        try (var simulator = Simulator.start(0, studio, List.of(IN_MANY_PARTS))) {
            var id = recordings.accepted(simulator.linkTo(IN_MANY_PARTS), SMALL);

            var workers = deployment.of("compile-worker").stream()
                    .map(ServiceProcess::pid)
                    .toList();
            await("both workers hold parts at the same time")
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> deployment.tasks().all(id, TaskKind.RENDER).stream()
                            .map(TaskTable.Row::holder)
                            .toList()
                            .containsAll(workers));
            mustBeComplete(id, IN_MANY_PARTS);
            assertThat(deployment.tasks().all(id, TaskKind.RENDER))
                    .extracting(TaskTable.Row::attempts)
                    .containsOnly(1);
        }
    }

    @Test
    void anotherWorkerAssemblesWhatAKilledOneHadBegunAndNothingIsRenderedAgain() throws Exception {
        try (var simulator = Simulator.start(0, studio, List.of(IN_MANY_PARTS))) {
            var id = recordings.accepted(simulator.linkTo(IN_MANY_PARTS), SMALL);

            holder(BEGUN, id, TaskKind.ASSEMBLE).kill();

            mustBeComplete(id, IN_MANY_PARTS);
            assertThat(deployment.tasks().only(id, TaskKind.ASSEMBLE).attempts())
                    .isEqualTo(2);
            assertThat(deployment.tasks().all(id, TaskKind.RENDER))
                    .extracting(TaskTable.Row::attempts)
                    .containsOnly(1);
        }
    }

    private static ServiceProcess holder(float progress, String recording, TaskKind kind) {
        return deployment.withPid(deployment.tasks().holderBeyond(progress, recording, kind));
    }

    private static void mustBeComplete(String id, Meeting meeting) throws Exception {
        var ended = recordings.ended(id);
        assertThat(ended.getString("state")).isEqualTo("PROCESSED");
        assertThat(ended.getString("outcome")).isEqualTo("COMPLETE");
        FinishedFile.mustBe(meeting, recordings.video(id, folder));
    }
}
