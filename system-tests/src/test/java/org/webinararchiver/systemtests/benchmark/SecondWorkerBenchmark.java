package org.webinararchiver.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.systemtests.services.Deployment;
import org.webinararchiver.testservices.PostgresResource;
import org.webinararchiver.testservices.TestBroker;

/**
 * How much sooner a composed recording is there when a second compile worker may use as much of the processors as the
 * first. Each has a {@linkplain ProcessorQuota quota}, its ffmpeg included, so that both together leave enough to the
 * services, the servers and the platform beside them. Counted from when compiling may begin until the file is stored,
 * by the database's clock; the second recording of each counts.
 */
class SecondWorkerBenchmark {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final int SECONDS = Integer.getInteger("benchmark.seconds", 480);
    private static final double PROCESSORS = 0.5;

    private static final String TIMES = """
            select extract(epoch from max(finished_at) filter (where kind = 'COMPILE') - min(created_at)) as laid_out,
                   extract(epoch from max(finished_at) filter (where kind = 'RENDER') - min(created_at)) as rendered,
                   extract(epoch from max(finished_at) - min(created_at)) as stored
            from task where recording_id = ? and kind in ('COMPILE', 'RENDER', 'ASSEMBLE')
            """;

    private final List<ProcessorQuota> quotas = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void quotasEnd() {
        quotas.forEach(ProcessorQuota::close);
    }

    @Test
    void twoWorkersAndOne() throws Exception {
        double one = time(1);
        double two = time(2);
        Figures.tell(
                "%d s of a meeting at 720p, a second compile worker".formatted(SECONDS),
                "%.1f s with one, %.1f s with two: %.2f times as fast".formatted(one, two, one / two));
    }

    private static Meeting meeting(int number) {
        return SampleMeetings.threeCamerasAndChat("second-worker-" + number, SECONDS);
    }

    private double time(int workers) throws Exception {
        var meetings = List.of(meeting(1), meeting(2));
        var modules = Stream.concat(
                        Stream.of("api-service", "download-worker"),
                        Stream.generate(() -> "compile-worker").limit(workers))
                .toList();
        var settings = Map.of(
                "ARCHIVER_STORAGE_KIND",
                "directory",
                "ARCHIVER_STORAGE_DIRECTORY",
                folder.resolve("store-" + workers).toString(),
                "ARCHIVER_COMPILE_PARTS_AT_ONCE",
                "1");
        try (var origin = Simulator.start(0, TestStudio.with(meetings), meetings);
                var deployment = Deployment.begin(
                        OUTPUTS, folder.resolve("scratch-" + workers), settings, TestBroker.server(), modules)) {
            deployment.awaitReady();
            for (var worker : deployment.of("compile-worker")) {
                quotas.add(ProcessorQuota.of(PROCESSORS, worker.pid()));
            }
            double last = 0;
            for (var meeting : meetings) {
                var recording = deployment.recordings().accepted(origin.linkTo(meeting), Map.of("quality", "720p"));
                assertThat(deployment.recordings().finished(recording).getString("outcome"))
                        .isEqualTo("COMPLETE");
                last = seconds(recording, deployment.database());
            }
            return last;
        }
    }

    private static double seconds(String recording, Map<String, String> database) throws Exception {
        try (var connection = PostgresResource.connect(database);
                var query = connection.prepareStatement(TIMES)) {
            query.setObject(1, UUID.fromString(recording));
            try (var row = query.executeQuery()) {
                assertThat(row.next()).isTrue();
                double stored = row.getDouble("stored");
                Figures.tell(
                        "since compiling could begin",
                        "laid out after %.1f s, rendered after %.1f s, stored after %.1f s"
                                .formatted(row.getDouble("laid_out"), row.getDouble("rendered"), stored));
                return stored;
            }
        }
    }
}
