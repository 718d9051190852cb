package org.webinararchiver.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.systemtests.services.Deployment;
import org.webinararchiver.testservices.TestBroker;

/**
 * A thousand recordings of twenty files are submitted at once, or as many as {@code load.recordings} says, while two
 * hundred programs ask and listen: how fast all of it is, and whether memory and connections stay as they are.
 */
class LoadBenchmark {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final List<String> SERVICES =
            List.of("api-service", "download-worker", "download-worker", "compile-worker");
    private static final int RECORDINGS = Integer.getInteger("load.recordings", 1_000);
    private static final int FILES = 20;
    private static final int ASKING = 100;
    private static final int LISTENING = 100;
    private static final Duration OF_A_FILE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @Test
    void manyRecordingsAtOnceWhileManyAskAndListen() throws Exception {
        var meetings = IntStream.range(0, RECORDINGS)
                .mapToObj(number -> Meeting.named("crowd-" + number)
                        .lecturer("Anna", anna -> anna.cameraInFiles(at(0), OF_A_FILE.multipliedBy(FILES), OF_A_FILE))
                        .written())
                .toList();
        var file = TestStudio.with(List.of()).of(meetings.getFirst().takes().getFirst());
        try (var origin = Simulator.start(0, take -> file, meetings);
                var deployment = Deployment.begin(
                        OUTPUTS, folder.resolve("scratch"), ServiceJvm.AS_IN_IMAGES, TestBroker.server(), SERVICES)) {
            deployment.awaitReady();
            var api = deployment.recordings();
            var ids = api.acceptedOfList(meetings.stream()
                    .map(meeting -> origin.linkTo(meeting).toString())
                    .collect(Collectors.joining("\n")));
            assertThat(ids).hasSize(RECORDINGS);
            try (var askers = new Askers(api.submissions())) {
                askers.ask(ASKING, ids);
                askers.listen(LISTENING);
                follow(deployment);
                Figures.tell(
                        "answers to %d who ask".formatted(ASKING),
                        Integer.toString(askers.answers().count()));
                Figures.tell(
                        "half of them within", milliseconds(askers.answers().within(50)));
                Figures.tell("99 of 100 within", milliseconds(askers.answers().within(99)));
                Figures.tell("events to %d who listen".formatted(LISTENING), Long.toString(askers.events()));
                assertThat(askers.failures()).isZero();
            }
            for (var id : ids) {
                assertThat(api.show(id).getString("outcome")).isEqualTo("COMPLETE");
            }
        }
    }

    private static void follow(Deployment deployment) throws Exception {
        var course = new Course(deployment, SERVICES);
        long begin = System.nanoTime();
        long files = (long) RECORDINGS * FILES;
        var stored = Duration.ZERO;
        Course.Point point;
        do {
            Thread.sleep(BETWEEN_LOOKS);
            point = course.tell();
            if (stored.isZero() && point.stored() == files) {
                stored = Duration.ofNanos(System.nanoTime() - begin);
            }
        } while (point.ended() < RECORDINGS);
        var all = Duration.ofNanos(System.nanoTime() - begin);
        Figures.tell("files stored a second", "%.0f".formatted(files / (double) stored.toSeconds()));
        Figures.tell("recordings finished a minute", "%.1f".formatted(RECORDINGS * 60.0 / all.toSeconds()));
    }

    private static String milliseconds(Duration took) {
        return took.toMillis() + " ms";
    }
}
