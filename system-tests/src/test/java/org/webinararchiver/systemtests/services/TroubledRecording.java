package org.webinararchiver.systemtests.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.FinishedFile;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;

/**
 * One meeting that is recorded again and again while something happens to the services or on their ways to servers, and
 * what has to be true of each recording all the same. Leases run out soon.
 */
final class TroubledRecording implements AutoCloseable {
    static final Duration LEASE = Duration.ofSeconds(5);

    /** One attempt that the trouble spoils, and one that a lease ends which could not be prolonged. */
    private static final int MOST_ATTEMPTS = 3;

    private static final Duration TO_BE_GONE = Duration.ofSeconds(30);

    private static final Map<String, String> SHORT_TIMES = Map.of(
            "ARCHIVER_TASKS_LEASE", LEASE.toString(),
            "ARCHIVER_TASKS_HEARTBEAT", "PT0.2S",
            "ARCHIVER_TASKS_OUTAGE_PAUSE", "PT0.1S",
            "ARCHIVER_TASKS_LONGEST_OUTAGE_PAUSE", "PT0.4S");

    /** Somebody writes, so all of it is composed. */
    private static final Meeting MEETING = Meeting.named("troubled")
            .titled("Troubled")
            .lecturer("Anna", anna -> anna.cameraInFiles(at(0), at(40), lasting(5)))
            .message(at(2), "Boris", "Good morning")
            .written();

    private final Path folder;
    private final Simulator simulator;
    private final FaultyWays ways;
    private final Deployment deployment;

    private TroubledRecording(Path folder, Simulator simulator, FaultyWays ways, Deployment deployment) {
        this.folder = folder;
        this.simulator = simulator;
        this.ways = ways;
        this.deployment = deployment;
    }

    /** Starts a service of each of these modules and waits until all are ready. */
    static TroubledRecording with(List<String> modules, Path folder, Outputs outputs) throws Exception {
        var simulator = Simulator.start(0, TestStudio.with(List.of(MEETING)), List.of(MEETING));
        var ways = new FaultyWays(simulator);
        var settings = new HashMap<>(SHORT_TIMES);
        settings.putAll(ways.settings());
        var deployment = Deployment.begin(outputs, folder.resolve("scratch"), settings, ways.broker(), modules);
        var troubled = new TroubledRecording(folder, simulator, ways, deployment);
        try {
            deployment.awaitReady();
            return troubled;
        } catch (RuntimeException | Error e) {
            troubled.close();
            throw e;
        }
    }

    Deployment deployment() {
        return deployment;
    }

    FaultyWays ways() {
        return ways;
    }

    TaskTable tasks() {
        return new TaskTable(ways.database());
    }

    /** Submits the meeting, of which a small picture is wanted; answers the recording's id. */
    String submitted() {
        return deployment.recordings().accepted(ways.linkTo(MEETING), Map.of("quality", "480p"));
    }

    /**
     * Fails unless the recording is finished and right, nothing of it was done too often, and it goes without a trace.
     */
    void mustEndWellAndGo(String id) throws Exception {
        var ended = deployment.recordings().ended(id);
        assertThat(ended.getString("state"))
                .as("%s", ended.getString("failure"))
                .isEqualTo("PROCESSED");
        assertThat(ended.getString("outcome")).isEqualTo("COMPLETE");
        FinishedFile.mustBe(MEETING, deployment.recordings().video(id, folder));
        for (var kind : TaskKind.values()) {
            assertThat(tasks().all(id, kind)).as(kind.name()).isNotEmpty().allSatisfy(task -> {
                assertThat(task.state()).isEqualTo("DONE");
                assertThat(task.attempts()).isLessThanOrEqualTo(MOST_ATTEMPTS);
            });
        }
        assertThat(ways.objects(id)).isNotEmpty();
        deployment.recordings().remove(id);
        await("nothing is left of it")
                .atMost(TO_BE_GONE)
                .until(() -> ways.objects(id).isEmpty());
    }

    @Override
    public void close() throws Exception {
        for (var started : Stream.<AutoCloseable>of(deployment, ways, simulator).toList()) {
            started.close();
        }
    }
}
