package org.webinararchiver.systemtests.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.webinararchiver.systemtests.media.Lectures.EIGHT_FILES;
import static org.webinararchiver.systemtests.media.Lectures.MUCH_TO_BUILD;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.core.task.RetryPolicy;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.simulator.studio.Studio;
import org.webinararchiver.systemtests.media.FinishedFile;
import org.webinararchiver.systemtests.media.SlowFiles;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.testservices.GatedServer;
import org.webinararchiver.testservices.ObjectStorageResource;
import org.webinararchiver.testservices.PostgresResource;
import org.webinararchiver.testservices.TcpGate;

/**
 * The object store or PostgreSQL is away in the middle of work, for longer than all attempts or a lease would take: no
 * attempt is counted, and nobody notices in the finished file.
 */
@Tag("servers")
@Timeout(300)
class OutagesTest {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final Duration LEASE = Duration.ofSeconds(5);

    private static final Map<String, String> SHORT_TIMES = Map.of(
            "ARCHIVER_TASKS_LEASE", LEASE.toString(),
            "ARCHIVER_TASKS_HEARTBEAT", "PT0.2S",
            "ARCHIVER_TASKS_OUTAGE_PAUSE", "PT0.1S",
            "ARCHIVER_TASKS_LONGEST_OUTAGE_PAUSE", "PT0.4S");

    private static final long MORE_CLAIMS_THAN_ATTEMPTS = RetryPolicy.DEFAULT.attempts() + 2;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final float BEGUN = 0.05f;

    @TempDir
    static Path folder;

    private static Studio studio;
    private static GatedServer database;
    private static GatedServer objectStore;
    private static TaskTable tasks;
    private static Deployment deployment;
    private static RecordingsApi recordings;

    @BeforeAll
    static void start() throws Exception {
        studio = TestStudio.with(List.of(EIGHT_FILES, MUCH_TO_BUILD));
        database = GatedServer.of(new PostgresResource().start(), "quarkus.datasource.jdbc.url");
        objectStore = GatedServer.of(new ObjectStorageResource().start(), "archiver.storage.endpoint");
        tasks = new TaskTable(database.withoutGate());
        deployment = Deployment.start(OUTPUTS, folder.resolve("scratch"), settings());
        recordings = deployment.recordings();
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<>(SHORT_TIMES);
        Stream.of(database, objectStore)
                .flatMap(server -> server.settings().entrySet().stream())
                .forEach(setting -> settings.put(Deployment.variable(setting.getKey()), setting.getValue()));
        return settings;
    }

    @AfterEach
    void everyServerIsBack() {
        objectStore.gate().open();
        database.gate().open();
        deployment.awaitReady();
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable started : Stream.of(deployment, database, objectStore)
                .filter(Objects::nonNull)
                .toList()) {
            started.close();
        }
    }

    /** An outage, from its beginning to the time when it has lasted for long. */
    private interface Outage {
        void of(String recording) throws Exception;
    }

    @Test
    void theObjectStoreIsAwayInTheMiddleOfFetching() throws Exception {
        var task = fetchedThrough(objectStore.gate(), id -> awaitMoreClaimsThanAttempts(id, TaskKind.FETCH));

        assertThat(task.attempts()).isEqualTo(1);
    }

    @Test
    void postgresIsAwayInTheMiddleOfFetching() throws Exception {
        var task = fetchedThrough(database.gate(), id -> outlastLeases());

        assertThat(task.attempts()).isEqualTo(1);
    }

    private static TaskTable.Row fetchedThrough(TcpGate server, Outage outage) throws Exception {
        var files = new SlowFiles(studio, EIGHT_FILES);
        try (var simulator = Simulator.start(0, files, List.of(EIGHT_FILES))) {
            var id = recordings.accepted(simulator.linkTo(EIGHT_FILES));
            files.awaitStandstill();

            server.shut();
            files.goOn();
            outage.of(id);
            everyServiceIsAlive();
            server.open();

            mustBeComplete(id, EIGHT_FILES);
            assertThat(files.servedWithoutWaiting())
                    .isNotEmpty()
                    .allSatisfy(
                            take -> assertThat(simulator.requests().count(take)).isEqualTo(1));
            return tasks.only(id, TaskKind.FETCH);
        }
    }

    @Test
    void theObjectStoreIsAwayInTheMiddleOfCompiling() throws Exception {
        var parts = compiledThrough(objectStore.gate(), id -> {
            awaitMoreClaimsThanAttempts(id, TaskKind.RENDER);
            awaitALivingWorkerThatIsNotReady();
        });

        assertThat(parts).extracting(TaskTable.Row::attempts).containsOnly(1);
    }

    @Test
    void whatIsCompiledWhilePostgresIsAwayIsNotCompiledAgain() throws Exception {
        var parts = compiledThrough(database.gate(), id -> outlastLeases());

        assertThat(parts).extracting(TaskTable.Row::attempts).containsOnly(1);
        assertThat(parts).extracting(TaskTable.Row::fence).containsOnly(1L);
    }

    private static List<TaskTable.Row> compiledThrough(TcpGate server, Outage outage) throws Exception {
        try (var simulator = Simulator.start(0, studio, List.of(MUCH_TO_BUILD))) {
            var id = recordings.accepted(simulator.linkTo(MUCH_TO_BUILD));
            tasks.holderBeyond(BEGUN, id, TaskKind.RENDER);

            server.shut();
            outage.of(id);
            everyServiceIsAlive();
            server.open();

            mustBeComplete(id, MUCH_TO_BUILD);
            return tasks.all(id, TaskKind.RENDER);
        }
    }

    /** While one tries again and again, the other may take the outage to be over, until its next turn. */
    private static void awaitALivingWorkerThatIsNotReady() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deployment.of("compile-worker")).anySatisfy(worker -> {
                    assertThat(worker.says("ready")).isFalse();
                    assertThat(worker.says("live")).isTrue();
                }));
    }

    private static void awaitMoreClaimsThanAttempts(String id, TaskKind kind) {
        await(kind + " was claimed often")
                .atMost(PATIENCE)
                .until(() -> tasks.all(id, kind).stream().anyMatch(row -> row.fence() >= MORE_CLAIMS_THAN_ATTEMPTS));
    }

    /** All leases have run out by then, and more than once. */
    private static void outlastLeases() {
        var begin = System.nanoTime();
        await().atMost(PATIENCE)
                .until(() -> System.nanoTime() - begin > LEASE.multipliedBy(3).toNanos());
    }

    private static void everyServiceIsAlive() {
        assertThat(deployment.services()).allMatch(ServiceProcess::isAlive);
    }

    private static void mustBeComplete(String id, Meeting meeting) throws Exception {
        deployment.awaitReady();
        var ended = recordings.ended(id);
        assertThat(ended.getString("state")).isEqualTo("PROCESSED");
        assertThat(ended.getString("outcome")).isEqualTo("COMPLETE");
        FinishedFile.mustBe(meeting, recordings.video(id, folder));
    }
}
