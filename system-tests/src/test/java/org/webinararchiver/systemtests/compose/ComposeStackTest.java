package org.webinararchiver.systemtests.compose;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.FinishedFile;
import org.webinararchiver.systemtests.process.Applications;
import org.webinararchiver.systemtests.services.RecordingsApi;
import org.webinararchiver.systemtests.services.ToldTraces;
import org.webinararchiver.systemtests.services.TraceCollector;

/** The images and docker-compose.yml as an operator starts them, with two workers of each kind and the demo. */
@Tag("compose")
@Timeout(600)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeStackTest {
    private static final Image BASE = base();
    private static final long MOST_OF_API = 90_000_000;
    private static final long LEAST_OF_LIBRARIES = 50_000_000;
    private static final long MOST_OF_APPLICATION = 10_000_000;
    private static final int NOBODY = 10_001;
    private static final int TERMINATED = 143;
    private static final List<String> OURS = List.of("api", "download-worker", "compile-worker", "simulator");
    private static final List<String> WORKERS = List.of("download-worker", "compile-worker");
    private static final URI SIMULATOR = URI.create("http://simulator:8090");
    private static final int RECORDINGS = 50;
    private static final int LOOKED_AT = 5;

    @TempDir
    private static Path folder;

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static ComposeStack stack;
    private static RecordingsApi recordings;
    private static String key;
    private static Container traces;

    /** What failed is seldom understood without what the containers have written. */
    @RegisterExtension
    static final AfterTestExecutionCallback LOGS = test -> {
        if (test.getExecutionException().isPresent()) {
            System.err.println(stack.run("logs", "--no-color", "--tail=60").output());
        }
    };

    private static Image base() {
        try {
            return Image.named("eclipse-temurin:25-jre-noble");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void start() throws Exception {
        CommandRun.of("deploy/images/build", "--packaged").succeeded();
        stack = ComposeStack.in(
                folder,
                Map.of(
                        "SIMULATOR_LECTURES",
                        Integer.toString(RECORDINGS),
                        "QUARKUS_OTEL_SDK_DISABLED",
                        "false",
                        "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                        "http://traces:" + TraceCollector.PORT,
                        "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL",
                        "http/protobuf"));
        stack.run("up", "--detach", "--scale", "download-worker=2", "--scale", "compile-worker=2")
                .succeeded();
        traces = Container.started(stack.network("backend"), "traces", TraceCollector.class);
        key = stack.run("exec", "-T", "api", "keys", "create", "--name", "me", "--scopes", "submit,read")
                .succeeded();
        recordings = RecordingsApi.withKey(stack.port(), key);
    }

    @AfterAll
    static void remove() throws Exception {
        if (traces != null) {
            traces.remove();
        }
        if (stack != null) {
            stack.close();
        }
    }

    @Test
    @Order(1)
    void allContainersBecomeHealthyWithoutAnyRestart() throws Exception {
        assertThat(stack.containers()).hasSize(9);
        for (var container : stack.containers()) {
            await(container.service())
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> container.health().equals("healthy"));
            assertThat(container.restarts()).as(container.service()).isZero();
        }
    }

    @Test
    @Order(2)
    void onlyTheApiIsPublishedOnLoopbackAndWantsAKey() throws Exception {
        for (var container : stack.containers()) {
            assertThat(container.publishedAt())
                    .as(container.service())
                    .isEqualTo(container.service().equals("api") ? List.of("127.0.0.1") : List.of());
        }
        given().baseUri("http://127.0.0.1")
                .port(stack.port())
                .get("/api/v1/recordings")
                .then()
                .statusCode(401);
    }

    @Test
    @Order(3)
    void fiftyRecordingsAreArchivedAndAreWhatHappened() throws Exception {
        var meetings = SampleMeetings.lectures(RECORDINGS);
        var ids = meetings.stream()
                .map(meeting -> recordings.accepted(Simulator.linkTo(meeting, SIMULATOR)))
                .toList();
        for (int number = 0; number < RECORDINGS; number++) {
            var ended = recordings.finished(ids.get(number));
            assertThat(ended.getString("outcome"))
                    .as("%s", ended.getString("failure"))
                    .isEqualTo("COMPLETE");
            assertThat(ended.getString("title")).isEqualTo(meetings.get(number).title());
        }
        for (int number = 0; number < LOOKED_AT; number++) {
            FinishedFile.mustBe(meetings.get(number), recordings.video(ids.get(number), folder));
        }
        for (var worker : WORKERS) {
            assertThat(stack.containersOf(worker)).hasSize(2);
        }
    }

    @Test
    @Order(4)
    void theDemosLinkOfTheReadmeIsArchived() throws Exception {
        var link = Simulator.linkTo(SampleMeetings.demo(), SIMULATOR);
        assertThat(Applications.root().resolve("README.md")).content().contains(link.toString());
        String id = given().baseUri("http://127.0.0.1")
                .port(stack.port())
                .header("Authorization", "Bearer " + key)
                .header("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(TRACE))
                .contentType("application/json")
                .body(Map.of("link", link.toString()))
                .post("/api/v1/recordings")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        assertThat(recordings.finished(id).getString("outcome")).isEqualTo("COMPLETE");
        FinishedFile.mustBe(SampleMeetings.demo(), recordings.video(id, folder));
    }

    @Test
    @Order(5)
    void theFiguresTellWhatWasArchived() {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(given().baseUri("http://127.0.0.1")
                                .port(stack.port())
                                .get("/q/metrics")
                                .asString())
                        .contains("archiver_recordings{state=\"processed\"} " + (RECORDINGS + 1.0))
                        .contains("archiver_dead_letters{queue=\"tasks.dead-letters\"} 0.0"));
    }

    @Test
    @Order(6)
    void theTraceOfTheDemosSubmissionGoesOnInEveryService() throws Exception {
        var collector = "http://%s:%d".formatted(traces.addresses().getFirst(), TraceCollector.PORT);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var told = ToldTraces.read(given().baseUri(collector).get("/told").asString());
            assertThat(told.have("api-service", "/api/v1/recordings", TRACE)).isTrue();
            assertThat(told.have("download-worker", "task fetch", TRACE)).isTrue();
            assertThat(told.have("compile-worker", "task compile", TRACE)).isTrue();
        });
    }

    @Test
    @Order(7)
    void ourProcessesAreNobodyAndCanWriteNothingButTemporaryFilesAndScratch() throws Exception {
        for (var service : OURS) {
            for (var container : stack.containersOf(service)) {
                assertThat(container.users()).as(service).isNotEmpty().containsOnly(NOBODY);
                assertThat(container.writesInto("/tmp")).isTrue();
                for (var closed : List.of("/app", "/opt", "/var/tmp", "/usr/local/bin", "/")) {
                    assertThat(container.writesInto(closed))
                            .as("%s of %s", closed, service)
                            .isFalse();
                }
                if (!service.equals("api")) {
                    assertThat(container.writesInto("/scratch")).as(service).isTrue();
                }
            }
        }
    }

    @Test
    @Order(8)
    void aCompileWorkerReachesOurServersAndNobodyElse() throws Exception {
        var compiler = stack.containersOf("compile-worker").getFirst();
        var downloader = stack.containersOf("download-worker").getFirst();
        var simulator = stack.containersOf("simulator").getFirst().addresses().getFirst();
        assertThat(compiler.reaches("postgres", 5432)).isTrue();
        assertThat(compiler.reaches("rabbitmq", 5672)).isTrue();
        assertThat(compiler.reaches("minio", 9000)).isTrue();
        assertThat(downloader.reaches(simulator, 8090)).isTrue();
        assertThat(compiler.reaches(simulator, 8090)).isFalse();
        assertThat(compiler.networks())
                .singleElement()
                .satisfies(network -> assertThat(
                                CommandRun.of("docker", "network", "inspect", "--format", "{{.Internal}}", network)
                                        .succeeded())
                        .isEqualTo("true"));
        assertThat(compiler.run("env").succeeded()).doesNotContain("ARCHIVER_SECRETS_KEY");
    }

    @Test
    @Order(9)
    void librariesLieBelowTheApplicationAndTheApiIsSmall() throws Exception {
        for (var service : List.of("api-service", "download-worker", "compile-worker")) {
            var image = imageOf(service);
            var layers = image.layersAbove(BASE);
            var application = layers.stream()
                    .takeWhile(bytes -> bytes < LEAST_OF_LIBRARIES)
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(image.liesOn(BASE)).as(service).isTrue();
            assertThat(application).as("%s: %s", service, layers).isLessThan(MOST_OF_APPLICATION);
            System.out.printf("%s above its base: %,d bytes in %s%n", service, image.size() - BASE.size(), layers);
            assertThat(image.labels())
                    .containsKeys("org.opencontainers.image.revision", "org.opencontainers.image.licenses")
                    .containsEntry("org.opencontainers.image.title", "Webinar Archiver: " + service);
        }
        assertThat(imageOf("api-service").size() - BASE.size()).isLessThan(MOST_OF_API);
    }

    private static Image imageOf(String service) throws Exception {
        var container = stack.containersOf(service.equals("api-service") ? "api" : service)
                .getFirst();
        return Image.named(container.told("{{.Config.Image}}"));
    }

    @Test
    @Order(10)
    void itStopsInOrderAndLeavesNothing() throws Exception {
        var containers = stack.containers();
        var volumes = new ArrayList<>(stack.volumes());
        for (var container : containers) {
            volumes.addAll(container.volumes());
        }
        traces.remove();
        traces = null;
        stack.run("stop").succeeded();
        for (var container : containers) {
            assertThat(container.ended())
                    .as("how %s ended: %s", container.service(), container.log())
                    .isIn(0, TERMINATED);
        }
        stack.run("down", "--volumes").succeeded();
        assertThat(stack.containers()).isEmpty();
        assertThat(stack.networks()).isEmpty();
        assertThat(stack.volumes()).isEmpty();
        assertThat(CommandRun.of("docker", "volume", "ls", "--quiet")
                        .succeeded()
                        .lines())
                .doesNotContainAnyElementsOf(volumes);
    }
}
