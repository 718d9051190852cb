package org.webinararchiver.systemtests.services;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.meeting.Access;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.testservices.TestBroker;

/** What the services tell of one private recording: in figures, in the log, in a trace; and what they never tell. */
@Tag("servers")
@Timeout(300)
class TelemetryTest {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final Meeting CLOSED = SampleMeetings.privateMeeting();
    private static final String SESSION = ((Access.Closed) CLOSED.access()).sessionId();
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final List<String> SERVICES = List.of("api-service", "download-worker", "compile-worker");

    @TempDir
    static Path folder;

    private static TraceCollector collector;
    private static Simulator simulator;
    private static Deployment deployment;
    private static String recording;

    @BeforeAll
    static void archiveOne() throws Exception {
        collector = TraceCollector.start();
        simulator = Simulator.start(0, TestStudio.with(List.of(CLOSED)), List.of(CLOSED));
        var settings = Map.of(
                "ARCHIVER_LOG_JSON", "true",
                "QUARKUS_OTEL_SDK_DISABLED", "false",
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", collector.address().toString(),
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                "ARCHIVER_TELEMETRY_BACKLOG_INTERVAL", "PT0.5S");
        deployment = Deployment.begin(OUTPUTS, folder.resolve("scratch"), settings, TestBroker.server(), SERVICES);
        deployment.awaitReady();
        recording = given().baseUri("http://127.0.0.1")
                .port(deployment.of("api-service").getFirst().port())
                .header("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(TRACE))
                .contentType("application/json")
                .body(Map.of("link", simulator.linkTo(CLOSED).toString(), "sessionId", SESSION))
                .post("/api/v1/recordings")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        assertThat(deployment.recordings().ended(recording).getString("outcome"))
                .isEqualTo("COMPLETE");
    }

    @AfterAll
    static void stop() {
        if (deployment != null) {
            deployment.close();
        }
        if (simulator != null) {
            simulator.close();
        }
        collector.close();
    }

    @Test
    void theDownloadWorkerCountsTasksAndBytes() {
        var figures = figures("download-worker");

        assertThat(figures)
                .contains("archiver_tasks_total{kind=\"plan\",outcome=\"done\"} 1.0")
                .contains("archiver_tasks_total{kind=\"fetch\",outcome=\"done\"}")
                .contains("archiver_task_duration_seconds_bucket{kind=\"fetch\"")
                .containsPattern("archiver_fetched_bytes_total\\{host=\"127.0.0.1\"\\} [1-9]")
                .containsPattern("archiver_scratch_bytes\\{kind=\"limit\"\\} [1-9]");
    }

    @Test
    void theCompileWorkerCountsTheRecordingsThatItFinishes() {
        assertThat(figures("compile-worker"))
                .contains("archiver_tasks_total{kind=\"compile\",outcome=\"done\"} 1.0")
                .contains("archiver_recordings_ended_total{outcome=\"complete\"} 1.0")
                .contains("archiver_recording_duration_seconds_count 1.0")
                .containsPattern("archiver_render_cpu_seconds_total [0-9.]*[1-9]");
    }

    @Test
    void theApiServiceTellsHowMuchIsWaiting() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(figures("api-service"))
                        .contains("archiver_recordings{state=\"processed\"} 1.0")
                        .contains("archiver_tasks_due{kind=\"fetch\"} 0.0")
                        .contains("archiver_tasks_leased{kind=\"render\"} 0.0")
                        .contains("archiver_tasks_due_age_seconds{kind=\"plan\"} 0.0")
                        .containsPattern("archiver_budget_connections\\{host=\"127.0.0.1:[0-9]+\"\\} [1-9]")
                        .contains("archiver_dead_letters{queue=\"tasks.dead-letters\"} 0.0")
                        .contains("archiver_store_full 0.0")
                        .contains("archiver_credentials_expiring 0.0")
                        .containsPattern(
                                "http_server_requests_seconds_count\\{[^}]*uri=\"/api/v1/recordings/\\{id}\""));
    }

    @Test
    void idsAreInTheLogAndNeverInLabels() throws Exception {
        for (var service : SERVICES) {
            assertThat(figures(service)).as(service).doesNotContain(recording);
        }
        assertThat(lines("download-worker"))
                .anySatisfy(line -> assertThat(line.getString("mdc.recording")).isEqualTo(recording))
                .anySatisfy(line -> assertThat(line.getString("mdc.task")).isNotBlank());
    }

    @Test
    void theTraceOfTheSubmissionGoesOnInEveryService() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(collector.has("api-service", "/api/v1/recordings", TRACE))
                    .isTrue();
            assertThat(collector.has("download-worker", "task plan", TRACE)).isTrue();
            assertThat(collector.has("download-worker", "task fetch", TRACE)).isTrue();
            assertThat(collector.has("compile-worker", "task compile", TRACE)).isTrue();
        });
    }

    @Test
    void whatOpensTheRecordingIsToldNowhere() throws Exception {
        for (var service : SERVICES) {
            assertThat(figures(service)).as(service).doesNotContain(SESSION);
            assertThat(deployment.of(service).getFirst().output()).as(service).doesNotContain(SESSION);
        }
        assertThat(collector.told()).isNotEmpty().noneMatch(told -> told.contains(SESSION));
    }

    private static String figures(String service) {
        return given().baseUri("http://127.0.0.1")
                .port(deployment.of(service).getFirst().port())
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** All that a service has logged since it started, each line of which must be JSON. */
    private static List<JsonPath> lines(String service) throws IOException {
        var lines = new ArrayList<JsonPath>();
        deployment
                .of(service)
                .getFirst()
                .output()
                .lines()
                .dropWhile(line -> !line.startsWith("{"))
                .forEach(line -> lines.add(JsonPath.from(line)));
        return lines;
    }
}
