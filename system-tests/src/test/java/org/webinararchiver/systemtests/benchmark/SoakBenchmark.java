package org.webinararchiver.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
 * For half an hour, or as many minutes as {@code soak.minutes} says, twenty recordings are under way at any time, each
 * composed, while somebody always asks and listens: memory and connections stay as they are.
 */
class SoakBenchmark {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final List<String> SERVICES = List.of("api-service", "download-worker", "compile-worker");
    private static final Duration LASTING = Duration.ofMinutes(Integer.getInteger("soak.minutes", 30));
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_POINTS = Duration.ofSeconds(60);
    private static final int UNDER_WAY = 20;
    private static final int MOST = 20_000;
    private static final int FILES = 20;
    private static final Duration OF_A_FILE = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    @Test
    void alwaysTwentyUnderWay() throws Exception {
        var meetings = IntStream.range(0, MOST)
                .mapToObj(number -> Meeting.named("soak-" + number)
                        .lecturer("Anna", anna -> anna.cameraInFiles(at(0), OF_A_FILE.multipliedBy(FILES), OF_A_FILE))
                        .message(at(2), "Boris", "Good morning")
                        .written())
                .toList();
        var file = TestStudio.with(List.of()).of(meetings.getFirst().takes().getFirst());
        try (var origin = Simulator.start(0, take -> file, meetings);
                var deployment = Deployment.begin(
                        OUTPUTS, folder.resolve("scratch"), ServiceJvm.AS_IN_IMAGES, TestBroker.server(), SERVICES)) {
            deployment.awaitReady();
            var api = deployment.recordings();
            var ids = new ArrayList<String>();
            try (var askers = new Askers(api.submissions())) {
                askers.listen(UNDER_WAY);
                var course = new Course(deployment, SERVICES);
                long begin = System.nanoTime();
                long told = begin;
                while (since(begin).compareTo(LASTING) < 0) {
                    while (ids.size() < course.point().ended() + UNDER_WAY) {
                        ids.add(api.accepted(origin.linkTo(meetings.get(ids.size()))));
                    }
                    if (since(told).compareTo(BETWEEN_POINTS) >= 0) {
                        course.tell();
                        told = System.nanoTime();
                    }
                    Thread.sleep(BETWEEN_LOOKS);
                }
                for (var id : ids) {
                    assertThat(api.finished(id).getString("outcome")).isEqualTo("COMPLETE");
                }
                course.tell();
                Figures.tell("recordings", Integer.toString(ids.size()));
                Figures.tell("events to %d who listen".formatted(UNDER_WAY), Long.toString(askers.events()));
                assertThat(askers.failures()).isZero();
            }
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
