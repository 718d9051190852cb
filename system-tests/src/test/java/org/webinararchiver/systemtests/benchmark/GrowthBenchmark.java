package org.webinararchiver.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.systemtests.services.Deployment;
import org.webinararchiver.testservices.TestBroker;

/** By how much database and store grow with each webinar of ninety minutes in files of five seconds. */
class GrowthBenchmark {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final List<String> SERVICES = List.of("api-service", "download-worker", "compile-worker");
    private static final int WEBINARS = 3;
    private static final int FILES = 1_080;
    private static final Duration OF_A_FILE = Duration.ofSeconds(5);
    private static final double MEGABYTE = 1e6;

    @TempDir
    Path folder;

    @Test
    void ninetyMinutesInFilesOfFiveSeconds() throws Exception {
        var meetings = IntStream.rangeClosed(1, WEBINARS)
                .mapToObj(run -> Meeting.named("growth-" + run)
                        .lecturer("Anna", anna -> anna.cameraInFiles(at(0), OF_A_FILE.multipliedBy(FILES), OF_A_FILE))
                        .written())
                .toList();
        var file = TestStudio.with(List.of()).of(meetings.getFirst().takes().getFirst());
        var store = Files.createDirectories(folder.resolve("store"));
        try (var origin = Simulator.start(0, take -> file, meetings);
                var deployment = Deployment.begin(
                        OUTPUTS,
                        folder.resolve("scratch"),
                        Map.of("ARCHIVER_STORAGE_KIND", "directory", "ARCHIVER_STORAGE_DIRECTORY", store.toString()),
                        TestBroker.server(),
                        SERVICES)) {
            deployment.awaitReady();
            for (var meeting : meetings) {
                long rows = sizeOfDatabase(deployment.database());
                long objects = sizeOf(store);
                var api = deployment.recordings();
                var id = api.accepted(origin.linkTo(meeting), Map.of("chat", false));
                assertThat(api.finished(id).getString("outcome")).isEqualTo("COMPLETE");

                var what = meeting.title() + ", " + FILES + " files, ";
                tell(what + "fetched", FILES * Files.size(file));
                tell(what + "database", sizeOfDatabase(deployment.database()) - rows);
                tell(what + "store", sizeOf(store) - objects);
                tell(what + "of it the finished file", Files.size(api.video(id, folder)));
            }
        }
    }

    private static void tell(String what, long bytes) {
        Figures.tell(what, "%.2f MB".formatted(bytes / MEGABYTE));
    }

    private static long sizeOf(Path folder) throws IOException {
        return PathUtils.countDirectory(folder).getByteCounter().get();
    }

    private static long sizeOfDatabase(Map<String, String> database) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        database.get("quarkus.datasource.jdbc.url"),
                        database.get("quarkus.datasource.username"),
                        database.get("quarkus.datasource.password"));
                var statement = connection.createStatement();
                var size = statement.executeQuery("select pg_database_size(current_database())")) {
            size.next();
            return size.getLong(1);
        }
    }
}
