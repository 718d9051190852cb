package org.webinararchiver.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
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
    private static final int ASKING = 100;
    private static final int LISTENING = 100;
    private static final Duration AT_MOST = Duration.ofHours(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @Test
    void manyRecordingsAtOnceWhileManyAskAndListen() throws Exception {
        try (var platform = ManyRecordings.copied(RECORDINGS);
                var deployment = Deployment.begin(
                        OUTPUTS, folder.resolve("scratch"), ServiceJvm.AS_IN_IMAGES, TestBroker.server(), SERVICES)) {
            deployment.awaitReady();
            var api = deployment.recordings();
            var ids = api.acceptedOfList(
                    platform.links().stream().map(URI::toString).collect(Collectors.joining("\n")));
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
        long files = (long) RECORDINGS * ManyRecordings.FILES;
        await("all files are stored")
                .atMost(AT_MOST)
                .pollInterval(BETWEEN_LOOKS)
                .until(() -> course.tell().stored() == files);
        Figures.tell(
                "files stored a second",
                "%.0f".formatted(files * 1e3 / course.since().toMillis()));
        await("all have ended")
                .atMost(AT_MOST)
                .pollInterval(BETWEEN_LOOKS)
                .until(() -> course.tell().ended() == RECORDINGS);
        Figures.tell(
                "recordings finished a minute",
                "%.1f".formatted(RECORDINGS * 60e3 / course.since().toMillis()));
    }

    private static String milliseconds(Duration took) {
        return took.toMillis() + " ms";
    }
}
