package org.webinararchiver.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
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

    /** Rows alone grow evenly: tables and their indexes grow by pages, which few recordings do not fill. */
    private static final String ROWS = "select coalesce(sum(pg_column_size(t.*)), 0) from %s t";

    private static final String TABLES = "select pg_total_relation_size('%s')";

    @TempDir
    Path folder;

    @Test
    void recordingsOfOneFileAndOfTwenty() throws Exception {
        var ofOneFile = meetings("short", 1);
        var ofMany = meetings("long", FILES);
        var file = TestStudio.with(List.of()).of(ofOneFile.getFirst().takes().getFirst());
        try (var origin = Simulator.start(
                        0,
                        take -> file,
                        Stream.of(ofOneFile, ofMany).flatMap(List::stream).toList());
                var deployment =
                        Deployment.begin(OUTPUTS, folder.resolve("scratch"), Map.of(), TestBroker.server(), SERVICES)) {
            deployment.awaitReady();
            long empty = bytes(deployment, ROWS);
            archive(ofOneFile, origin, deployment);
            long afterShort = bytes(deployment, ROWS);
            archive(ofMany, origin, deployment);
            long afterLong = bytes(deployment, ROWS);
            double ofRecording = (double) (afterShort - empty) / RECORDINGS;
            double ofFile = ((double) (afterLong - afterShort) / RECORDINGS - ofRecording) / (FILES - 1);
            Figures.tell("rows for each recording of one file", "%.1f kB".formatted(ofRecording / 1e3));
            Figures.tell("rows for each further file", "%.2f kB".formatted(ofFile / 1e3));
            Figures.tell("tables beside rows", "%.1f times".formatted((double) bytes(deployment, TABLES) / afterLong));
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

    /** What a question for each table answers, of all of them together. */
    private static long bytes(Deployment deployment, String question) throws SQLException {
        try (var connection = PostgresResource.connect(deployment.database());
                var statement = connection.createStatement()) {
            statement.execute("vacuum full");
            long bytes = 0;
            for (var table : tables(statement)) {
                try (var answer = statement.executeQuery(question.formatted(table))) {
                    answer.next();
                    bytes += answer.getLong(1);
                }
            }
            return bytes;
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        var tables = new ArrayList<String>();
        try (var names = statement.executeQuery("select relname from pg_stat_user_tables")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        return tables;
    }
}
