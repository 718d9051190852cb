package org.webinararchiver.systemtests.services;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.meeting.Access;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.server.PathKind;
import org.webinararchiver.simulator.server.SeenRequest;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.testservices.TestBroker;
import org.webinararchiver.testservices.TestBucket;

/**
 * The worst day of a platform, on which our workers are killed as well: what can be had is stored, what cannot is told,
 * and nothing is fetched that is there already.
 */
@Tag("servers")
@Timeout(300)
class HostileWebinarTest {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final String WORKER = "download-worker";
    private static final String COMPILER = "compile-worker";
    private static final List<String> SERVICES = List.of("api-service", WORKER, WORKER, COMPILER);

    /**
     * So that neither a lost worker's task nor a host that refuses or says nothing is waited for long, that more is
     * asked of the origin than it bears, even after its first refusal, and that what unpacks to much is too much.
     */
    private static final Map<String, String> IMPATIENT = Map.of(
            "ARCHIVER_DOWNLOAD_CONNECTIONS_HEARTBEAT", "PT0.5S",
            "ARCHIVER_DOWNLOAD_CONNECTIONS_LEASE", "PT5S",
            "ARCHIVER_DOWNLOAD_CONNECTIONS_SETTLE", "PT1S",
            "ARCHIVER_TASKS_LEASE", "PT5S",
            "ARCHIVER_TASKS_HEARTBEAT", "PT0.2S",
            "ARCHIVER_READ_TIMEOUT", "PT3S",
            "ARCHIVER_METADATA_MOST_BYTES", "20000000",
            "ARCHIVER_DOWNLOAD_CONNECTIONS_START", "16",
            "ARCHIVER_DOWNLOAD_CONNECTIONS_MOST", "16");

    /** Seconds pass until a file is finished, but nothing says that it is not finished between two looks. */
    private static final Set<String> COMPILING = Set.of("PROCESSING", "PROCESSED");

    private static final Duration TO_HAPPEN = Duration.ofSeconds(150);

    private static final int MOST_FILES_BEFORE_A_KILL = 50;
    private static final int MOST_PIECES_BEFORE_A_KILL = 10;

    private final Random chance = new Random(Long.getLong("tests.seed", 0));

    @Test
    void allThatCanBeHadIsStoredOnceAndNothingElseIsSilent(@TempDir Path folder) throws Exception {
        try (var platform = serving(HostileWebinar.MEETING);
                var elsewhere = serving(HostileWebinar.INVITED);
                var deployment = Deployment.begin(OUTPUTS, folder, IMPATIENT, TestBroker.server(), SERVICES)) {
            var webinar = HostileWebinar.on(platform, chance);
            HostileWebinar.disturbElsewhere(elsewhere);
            deployment.awaitReady();
            try (var notes = SegmentNotes.in(deployment.database())) {
                var recording = deployment.recordings().accepted(platform.linkTo(HostileWebinar.MEETING));
                var invited = deployment.recordings().accepted(invitation(elsewhere));
                killWorkers(deployment, platform, recording);
                var ended = deployment.recordings().ended(recording);

                var rows = notes.of(recording);
                noStoredFileWasAskedForAgain(rows, platform.requests().latest());
                everythingElseIsStoredOnce(webinar, rows, deployment.bucket(), "recordings/" + recording);
                lossesAreTold(webinar, ended, rows);
                new HostileManifest(new String(deployment.bucket().read(notes.manifestKey(recording)), UTF_8))
                        .mustTellEverything();

                assertThat(deployment.recordings().ended(invited).getString("outcome"))
                        .isEqualTo("COMPLETE");
                assertThat(elsewhere.disturbed(HostileWebinar.INVITED.takes().getFirst()))
                        .as("files that drip")
                        .isEqualTo(1);
                noStoredFileWasAskedForAgain(
                        notes.of(invited), elsewhere.requests().latest());
            }
            assertThat(platform.connections().resets())
                    .as("connections that were too many")
                    .isPositive();
        }
    }

    private static Simulator serving(Meeting meeting) throws Exception {
        return Simulator.start(0, TestStudio.with(List.of(meeting)), List.of(meeting));
    }

    private static Map<String, String> invitation(Simulator platform) {
        var access = (Access.Closed) HostileWebinar.INVITED.access();
        return Map.of(
                "link", platform.linkTo(HostileWebinar.INVITED).toString(),
                "sessionId", access.sessionId());
    }

    /** A killed worker's task has had an attempt, of which there are six. */
    private void killWorkers(Deployment deployment, Simulator platform, String recording) throws Exception {
        awaitRequests(platform, PathKind.MEDIA, chance.nextInt(5, MOST_FILES_BEFORE_A_KILL));
        killOne(deployment, WORKER);
        awaitRequests(platform, PathKind.PIECE, chance.nextInt(1, MOST_PIECES_BEFORE_A_KILL));
        killOne(deployment, WORKER);
        await("the recording is compiled")
                .atMost(TO_HAPPEN)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> deployment.recordings().show(recording).getString("state"), COMPILING::contains);
        killOne(deployment, COMPILER);
    }

    private static void awaitRequests(Simulator platform, PathKind kind, int count) {
        await(count + " requests of the kind " + kind)
                .atMost(TO_HAPPEN)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> platform.requests().count(kind) >= count);
    }

    private void killOne(Deployment deployment, String module) throws Exception {
        var workers = deployment.of(module);
        var lost = workers.get(chance.nextInt(workers.size()));
        lost.kill();
        deployment.replace(lost);
    }

    private static void noStoredFileWasAskedForAgain(List<SegmentNotes.Row> rows, List<SeenRequest> requests) {
        for (var row : rows) {
            assertThat(requests)
                    .filteredOn(request -> row.isAt(request.path()))
                    .isNotEmpty()
                    .noneMatch(request ->
                            row.storedAt().filter(request.at()::isAfter).isPresent());
        }
    }

    private static void everythingElseIsStoredOnce(
            HostileWebinar webinar, List<SegmentNotes.Row> rows, TestBucket bucket, String prefix) {
        int handouts = 4 + 2;
        int twins = webinar.lost().size() + 3;
        assertThat(rows).hasSize(HostileWebinar.MEETING.takes().size() + handouts + twins);
        assertThat(rows)
                .filteredOn(row -> !row.isStored())
                .extracting(SegmentNotes.Row::url)
                .containsExactlyInAnyOrderElementsOf(webinar.lostAddresses());
        var objects = bucket.sizes(prefix);
        assertThat(rows).filteredOn(SegmentNotes.Row::isStored).allSatisfy(row -> {
            assertThat(row.notes()).isEqualTo(1);
            var key = row.objectKey().orElseThrow();
            assertThat(objects).containsKey(key);
            assertThat(row.isTwin() ? bytesOfRuns(bucket, key, objects) : objects.get(key))
                    .isEqualTo(row.bytes());
        });
    }

    private static long bytesOfRuns(TestBucket bucket, String key, Map<String, Long> objects) {
        var runs = JsonPath.from(new String(bucket.read(key), UTF_8));
        return runs.getList("objectKey", String.class).stream()
                .mapToLong(objects::get)
                .sum();
    }

    private static void lossesAreTold(HostileWebinar webinar, JsonPath ended, List<SegmentNotes.Row> rows) {
        assertThat(rows).filteredOn(row -> !row.isStored()).allSatisfy(row -> {
            assertThat(row.state()).isEqualTo("MISSING");
            assertThat(row.whyMissing())
                    .hasValueSatisfying(why -> assertThat(why)
                            .contains(
                                    row.url().contains(HostileWebinar.OF_ENDLESS_TWIN.file()) ? "has no end" : "404"));
        });
        assertThat(ended.getString("state")).isEqualTo("PROCESSED");
        assertThat(ended.getString("outcome")).isEqualTo("COMPLETE_WITH_GAPS");
        for (var take : webinar.lost()) {
            assertThat(ended.getList("gaps.from", String.class))
                    .extracting(Duration::parse)
                    .anySatisfy(from -> assertThat(from).isLessThanOrEqualTo(take.at()));
        }
        assertThat(ended.getList("gaps.findAll { it.participant == 'Zoya' }.from", String.class))
                .extracting(Duration::parse)
                .as("of what is in twins, only what has no end is missing")
                .containsExactly(HostileWebinar.OF_ENDLESS_TWIN.at());
    }
}
