package org.webinararchiver.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
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

    @TempDir
    Path folder;

    @Test
    void alwaysTwentyUnderWay() throws Exception {
        try (var platform = ManyRecordings.composed(MOST);
                var deployment = Deployment.begin(
                        OUTPUTS, folder.resolve("scratch"), ServiceJvm.AS_IN_IMAGES, TestBroker.server(), SERVICES)) {
            deployment.awaitReady();
            var api = deployment.recordings();
            var ids = new ArrayList<String>();
            try (var askers = new Askers(api.submissions())) {
                askers.listen(UNDER_WAY);
                var course = new Course(deployment, SERVICES);
                var told = new AtomicReference<>(Duration.ZERO);
                await("it has lasted")
                        .atMost(LASTING.plusMinutes(1))
                        .pollInterval(BETWEEN_LOOKS)
                        .until(() -> {
                            while (ids.size() < course.point().ended() + UNDER_WAY) {
                                ids.add(api.accepted(platform.link(ids.size())));
                            }
                            if (course.since().minus(told.get()).compareTo(BETWEEN_POINTS) >= 0) {
                                told.set(course.since());
                                course.tell();
                            }
                            return course.since().compareTo(LASTING) >= 0;
                        });
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
}
