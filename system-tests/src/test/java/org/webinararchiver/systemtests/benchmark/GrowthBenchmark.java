package org.webinararchiver.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.systemtests.services.Deployment;
import org.webinararchiver.testservices.PostgresResource;
import org.webinararchiver.testservices.TestBroker;

/** By how much the database grows with each recording, and with each file that a recording consists of. */
class GrowthBenchmark {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final List<String> SERVICES = List.of("api-service", "download-worker", "compile-worker");
    private static final Duration OF_A_FILE = Duration.ofMillis(5_400);
    private static final int RECORDINGS = 20;
    private static final int FILES = 20;

    @TempDir
    Path folder;

    @Test
    void recordingsOfOneFileAndOfTwenty() throws Exception {
        var first = meetings("first", 1);
        var ofOneFile = meetings("short", 1);
        var ofMany = meetings("long", FILES);
        var file = TestStudio.with(List.of()).of(ofOneFile.getFirst().takes().getFirst());
        try (var origin = Simulator.start(
                        0,
                        take -> file,
                        Stream.of(first, ofOneFile, ofMany)
                                .flatMap(List::stream)
                                .toList());
                var deployment =
                        Deployment.begin(OUTPUTS, folder.resolve("scratch"), Map.of(), TestBroker.server(), SERVICES)) {
            deployment.awaitReady();
            long empty = bytes(deployment);
            archive(first, origin, deployment); // gives every table and index its first pages
            long begun = bytes(deployment);
            archive(ofOneFile, origin, deployment);
            long afterShort = bytes(deployment);
            archive(ofMany, origin, deployment);
            long afterLong = bytes(deployment);
            double ofRecording = (double) (afterShort - begun) / RECORDINGS;
            double ofFile = ((double) (afterLong - afterShort) / RECORDINGS - ofRecording) / (FILES - 1);
            Figures.tell("database, empty", "%.1f MB".formatted(empty / 1e6));
            Figures.tell("database, for each recording of one file", "%.1f kB".formatted(ofRecording / 1e3));
            Figures.tell("database, for each further file", "%.2f kB".formatted(ofFile / 1e3));
            tables(deployment);
        }
    }

    private static List<Meeting> meetings(String key, int files) {
        return IntStream.range(0, RECORDINGS)
                .mapToObj(number -> Meeting.named(key + "-" + number)
                        .lecturer("Anna", anna -> anna.cameraInFiles(at(0), OF_A_FILE.multipliedBy(files), OF_A_FILE))
                        .written())
                .toList();
    }

    private static void archive(List<Meeting> meetings, Simulator origin, Deployment deployment) {
        var recordings = deployment.recordings();
        var ids = meetings.stream()
                .map(meeting -> recordings.accepted(origin.linkTo(meeting), Map.of("chat", false)))
                .toList();
        for (var id : ids) {
            assertThat(recordings.finished(id).getString("outcome")).isEqualTo("COMPLETE");
        }
    }

    /** What the database takes once nothing is left in it that nobody sees any more, as autovacuum sees to. */
    private static long bytes(Deployment deployment) throws SQLException {
        try (var connection = PostgresResource.connect(deployment.database());
                var statement = connection.createStatement()) {
            statement.execute("vacuum full");
            try (var size = statement.executeQuery("select pg_database_size(current_database())")) {
                size.next();
                return size.getLong(1);
            }
        }
    }

    private static void tables(Deployment deployment) throws SQLException {
        try (var connection = PostgresResource.connect(deployment.database());
                var sizes = connection.createStatement().executeQuery("""
                        select relname, n_live_tup, pg_total_relation_size(relid) from pg_stat_user_tables
                        order by 3 desc limit 8
                        """)) {
            while (sizes.next()) {
                Figures.tell(
                        "table " + sizes.getString(1),
                        "%d rows, %d kB".formatted(sizes.getLong(2), sizes.getLong(3) / 1_000));
            }
        }
    }
}
