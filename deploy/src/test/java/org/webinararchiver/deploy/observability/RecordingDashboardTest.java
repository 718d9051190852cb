package org.webinararchiver.deploy.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page of one recording asks is answered by the tables that there are, to the role that it asks as. */
class RecordingDashboardTest {
    private static final Dashboard DASHBOARD = Dashboard.read("recording.json");
    private static final UUID RECORDING = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final UUID FETCH = UUID.fromString("019a0000-0000-7000-8000-000000000002");
    private static final UUID NOBODY = UUID.fromString("019a0000-0000-7000-8000-00000000000f");
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SESAME = "open-sesame";

    private static final Map<String, List<String>> COLUMNS = Map.ofEntries(
            Map.entry(
                    "How it stands",
                    List.of(
                            "state",
                            "outcome",
                            "title",
                            "owner",
                            "source",
                            "submitted",
                            "ended",
                            "took",
                            "length",
                            "paused since",
                            "trace")),
            Map.entry("Why it failed", List.of("reason", "message", "advice")),
            Map.entry(
                    "What is wanted of it",
                    List.of(
                            "quality",
                            "layout",
                            "from",
                            "at most",
                            "chat",
                            "hide silent",
                            "stems",
                            "strict",
                            "priority",
                            "held",
                            "sources dropped")),
            Map.entry("States", List.of("time", "state")),
            Map.entry("Events", List.of("at", "change", "state", "outcome", "seconds after")),
            Map.entry("Steps", List.of("kind", "open", "done", "failed", "attempts", "begun", "last ended")),
            Map.entry(
                    "Tasks",
                    List.of(
                            "kind",
                            "state",
                            "attempts",
                            "progress",
                            "due",
                            "paused",
                            "due at",
                            "worker",
                            "leased until",
                            "reason",
                            "error",
                            "created",
                            "ended",
                            "id")),
            Map.entry("Segments by state", List.of("kind", "state", "files", "bytes", "most looks")),
            Map.entry("Segments that are missing", List.of("kind", "id", "reason", "message", "looks")),
            Map.entry(
                    "Parts",
                    List.of(
                            "number",
                            "length",
                            "stored",
                            "made from",
                            "task",
                            "attempts",
                            "progress",
                            "worker",
                            "error")),
            Map.entry("Gaps", List.of("kind", "participant", "name", "from", "to", "reason")),
            Map.entry("Artifacts", List.of("name", "type", "bytes", "length", "made")));

    private static ReaderDatabase database;

    /** What came of a question; columns in their order. */
    private record Answer(List<String> columns, List<Map<String, String>> rows) {}

    @BeforeAll
    static void insertARecording() throws SQLException, IOException {
        database = ReaderDatabase.make();
        ReaderDatabase.execute(database.owner(), """
                insert into recording (id, owner, source, link_key, page, state, trace, title, sought)
                values ('%1$s', 'school', 'mts-link', '%4$s', 'https://example.com/%4$s', 'PENDING',
                        '00-%3$s-00f067aa0ba902b7-01', 'It''s algebra', '%4$s');
                insert into pause (scope, subject) values ('RECORDING', '%1$s');
                update recording set state = 'DOWNLOADING' where id = '%1$s';
                update recording set state = 'FAILED', failure_reason = 'gone', failure_message = 'It is gone.',
                       failure_advice = 'None.', duration_millis = 90000 where id = '%1$s';
                insert into task (id, recording_id, kind, state, owner, ready, attempts, finished_at)
                values (gen_random_uuid(), '%1$s', 'PLAN', 'DONE', 'school', false, 1, clock_timestamp());
                insert into task (id, recording_id, kind, state, owner, ready, attempts, lease_holder, lease_until, progress,
                                  failure_message)
                values ('%2$s', '%1$s', 'FETCH', 'LEASED', 'school', false, 3, 'worker@1', clock_timestamp(), 0.5, 'Reset.');
                insert into task_fold (recording_id, kind, done, failed, attempts) values ('%1$s', 'FETCH', 40, 2, 50);
                insert into segment (recording_id, id, url, task_id, state, object_key, bytes, kind, twin)
                values ('%1$s', 'a', 'https://example.com/%4$s', '%2$s', 'STORED', 'k', 100, 'MEDIA', '%4$s'),
                       ('%1$s', 'b', 'https://example.com/%4$s', '%2$s', 'STORED', 'k', 200, 'MEDIA', '%4$s');
                insert into segment (recording_id, id, url, task_id, state, kind, failure_reason, failure_message, looks)
                values ('%1$s', 'c', 'https://example.com/%4$s', '%2$s', 'MISSING', 'PICTURE', 'not-found', '404', 3);
                insert into part (recording_id, number, script_key, millis, task_id, object_key, note)
                values ('%1$s', 0, 's', 30000, '%2$s', 'k', '{}'), ('%1$s', 1, 's', 60000, null, null, null);
                insert into gap (recording_id, position, participant, from_millis, to_millis, reason, kind)
                values ('%1$s', 0, 'Anna', 1000, 2000, 'not-found', 'MEDIA');
                insert into artifact (recording_id, name, object_key, bytes, media_type, duration_millis)
                values ('%1$s', 'video.mp4', 'k', 300, 'video/mp4', 90000);
                insert into secret (recording_id, name, sealed) values ('%1$s', 'session', '%4$s');
                """.formatted(RECORDING, FETCH, TRACE, SESAME));
    }

    @AfterAll
    static void close() throws SQLException {
        database.close();
    }

    static List<Panel> panels() {
        return DASHBOARD.shown();
    }

    @Test
    void everyPanelIsExpected() {
        assertThat(panels()).extracting(Panel::title).containsExactlyInAnyOrderElementsOf(COLUMNS.keySet());
    }

    @ParameterizedTest
    @MethodSource("panels")
    void eachIsAnsweredWithItsColumns(Panel panel) throws SQLException {
        var answer = answer(panel, RECORDING);
        assertThat(answer.columns()).isEqualTo(COLUMNS.get(panel.title()));
        assertThat(answer.rows()).isNotEmpty();
        assertThat(panel.adjusted()).isSubsetOf(answer.columns());
    }

    @ParameterizedTest
    @MethodSource("panels")
    void ofARecordingThatThereIsNotNothingIsTold(Panel panel) throws SQLException {
        assertThat(answer(panel, NOBODY).rows()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("panels")
    void whatLeadsToTheRecordingIsNotTold(Panel panel) throws SQLException {
        assertThat(answer(panel, RECORDING).rows().toString()).doesNotContain(SESAME);
    }

    @Test
    void itsRowSaysHowItStandsAndInWhichTraceItIs() throws SQLException {
        assertThat(rows("How it stands"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("state", "FAILED")
                        .containsEntry("title", "It's algebra")
                        .containsEntry("length", "90000")
                        .containsEntry("trace", TRACE)
                        .doesNotContainEntry("paused since", null));
        assertThat(rows("Why it failed"))
                .containsExactly(Map.of("reason", "gone", "message", "It is gone.", "advice", "None."));
    }

    @Test
    void theLinkToTheTraceTakesItFromTheColumnThatHasIt() {
        var stands = panel("How it stands").json().toString();
        assertThat(stands).contains("\"options\":\"trace\"", "/explore?", "%22query%22:%22${__value.raw}%22");
    }

    @Test
    void eventsAreToldFromTheLatestOn() throws SQLException {
        assertThat(rows("Events"))
                .extracting(row -> row.get("change") + " " + row.get("state"))
                .containsExactly("STATE FAILED", "STATE DOWNLOADING", "PAUSE PENDING", "STATE PENDING");
        assertThat(rows("Events").getLast()).containsEntry("seconds after", null);
        assertThat(rows("States"))
                .extracting(row -> row.get("state"))
                .startsWith("PENDING")
                .endsWith("FAILED");
    }

    @Test
    void stepsAreInTheirOrderAndWhatWasFoldedCounts() throws SQLException {
        assertThat(rows("Steps"))
                .extracting(row -> "%s %s %s %s %s"
                        .formatted(
                                row.get("kind"),
                                row.get("open"),
                                row.get("done"),
                                row.get("failed"),
                                row.get("attempts")))
                .containsExactly("PLAN 0 1 0 1", "FETCH 1 40 2 53");
    }

    @Test
    void whatIsOpenComesFirst() throws SQLException {
        assertThat(rows("Tasks")).extracting(row -> row.get("state")).containsExactly("LEASED", "DONE");
        assertThat(rows("Tasks").getFirst())
                .containsEntry("attempts", "3")
                .containsEntry("progress", "0.5")
                .containsEntry("worker", "worker@1")
                .containsEntry("error", "Reset.");
    }

    @Test
    void segmentsAreCountedByState() throws SQLException {
        assertThat(rows("Segments by state"))
                .extracting(row ->
                        row.get("kind") + " " + row.get("state") + " " + row.get("files") + " " + row.get("bytes"))
                .containsExactly("MEDIA STORED 2 300", "PICTURE MISSING 1 null");
        assertThat(rows("Segments that are missing"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("id", "c").containsEntry("reason", "not-found"));
    }

    @Test
    void aPartIsStoredOrToldByItsTask() throws SQLException {
        assertThat(rows("Parts"))
                .extracting(row -> row.get("number") + " " + row.get("stored") + " " + row.get("task"))
                .containsExactly("0 t LEASED", "1 f null");
    }

    @Test
    void theLatestRecordingsAreOffered() throws SQLException {
        var offered = answer(DASHBOARD.variables().getFirst().path("query").asText());
        assertThat(offered.columns()).containsExactly("__value", "__text");
        assertThat(offered.rows()).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("__value", RECORDING.toString());
            assertThat(row.get("__text")).endsWith("· FAILED · It's algebra");
        });
    }

    private static List<Map<String, String>> rows(String title) throws SQLException {
        return answer(panel(title), RECORDING).rows();
    }

    private static Panel panel(String title) {
        return panels().stream()
                .filter(panel -> panel.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    /** As Grafana asks: a value that is put into SQL is quoted by it. */
    private static Answer answer(Panel panel, UUID recording) throws SQLException {
        assertThat(panel.sql()).hasSize(1);
        var question = panel.sql().getFirst();
        assertThat(question).contains("${recording:sqlstring}");
        return answer(question.replace("${recording:sqlstring}", "'" + recording + "'"));
    }

    private static Answer answer(String question) throws SQLException {
        assertThat(question).doesNotContain("$");
        try (var statement = database.reader().createStatement();
                var result = statement.executeQuery(question)) {
            var about = result.getMetaData();
            var columns = new ArrayList<String>();
            for (int column = 1; column <= about.getColumnCount(); column++) {
                columns.add(about.getColumnLabel(column));
            }
            var rows = new ArrayList<Map<String, String>>();
            while (result.next()) {
                var row = new LinkedHashMap<String, String>();
                for (var column : columns) {
                    row.put(column, result.getString(column));
                }
                rows.add(row);
            }
            return new Answer(columns, rows);
        }
    }
}
