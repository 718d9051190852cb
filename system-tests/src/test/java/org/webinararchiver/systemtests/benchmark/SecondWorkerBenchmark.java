package org.webinararchiver.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.systemtests.services.Deployment;
import org.webinararchiver.systemtests.services.ServiceProcess;
import org.webinararchiver.testservices.TestBroker;

/**
 * How much sooner a composed recording is there when a second compile worker has as many processors as the first. Each
 * is held on one processor of its own, its ffmpeg included; needs Linux with {@code taskset}, and two processors.
 * Counted from when compiling may begin until the file is stored, by the database's clock; the second recording of each
 * counts.
 */
class SecondWorkerBenchmark {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final int SECONDS = Integer.getInteger("benchmark.seconds", 480);

    private static final String TIMES = """
            select extract(epoch from max(finished_at) filter (where kind = 'COMPILE') - min(created_at)) as laid_out,
                   extract(epoch from max(finished_at) filter (where kind = 'RENDER') - min(created_at)) as rendered,
                   extract(epoch from max(finished_at) - min(created_at)) as stored
            from task where recording_id = ? and kind in ('COMPILE', 'RENDER', 'ASSEMBLE')
            """;

    @TempDir
    Path folder;

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
            int processor = 0;
            for (var worker : deployment.of("compile-worker")) {
                holdOn(processor++, worker);
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

    private static void holdOn(int processor, ServiceProcess worker) throws Exception {
        var command = List.of("taskset", "-a", "-c", "-p", Integer.toString(processor), Long.toString(worker.pid()));
        var output = ProcessBuilder.Redirect.DISCARD;
        assertThat(new ProcessBuilder(command)
                        .redirectOutput(output)
                        .redirectError(output)
                        .start()
                        .waitFor())
                .as("%s", command)
                .isZero();
    }

    private static double seconds(String recording, Map<String, String> database) throws Exception {
        try (var connection = DriverManager.getConnection(
                        database.get("quarkus.datasource.jdbc.url"),
                        database.get("quarkus.datasource.username"),
                        database.get("quarkus.datasource.password"));
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
