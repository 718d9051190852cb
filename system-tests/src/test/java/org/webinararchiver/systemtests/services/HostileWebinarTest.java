package org.webinararchiver.systemtests.services;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.meeting.Take;
import org.webinararchiver.simulator.server.PathKind;
import org.webinararchiver.simulator.server.SeenRequest;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.testservices.TestBroker;

/**
 * The worst day of a platform, on which our workers are killed as well: what can be had is stored, what cannot is told,
 * and nothing is fetched that is there already.
 */
@Timeout(300)
class HostileWebinarTest {
    @RegisterExtension
    static final Outputs OUTPUTS = new Outputs();

    private static final String WORKER = "download-worker";
    private static final List<String> SERVICES = List.of("api-service", WORKER, WORKER, "compile-worker");

    /**
     * So that neither a lost worker's task nor a host that says nothing is waited for long, and that more is asked of
     * the origin than it bears, even after its first refusal.
     */
    private static final Map<String, String> IMPATIENT = Map.of(
            "ARCHIVER_TASKS_LEASE", "PT5S",
            "ARCHIVER_TASKS_HEARTBEAT", "PT0.2S",
            "ARCHIVER_READ_TIMEOUT", "PT3S",
            "ARCHIVER_DOWNLOAD_CONNECTIONS_START", "16",
            "ARCHIVER_DOWNLOAD_CONNECTIONS_MOST", "16");

    /** A killed worker's task has had an attempt, of which there are six. */
    private static final int KILLS = 2;

    private static final int MOST_REQUESTS_BETWEEN_KILLS = 25;

    private final Random chance = new Random(Long.getLong("tests.seed", 0));

    @Test
    void allThatCanBeHadIsStoredOnceAndNothingElseIsSilent(@TempDir Path folder) throws Exception {
        var meeting = HostileWebinar.MEETING;
        try (var platform = Simulator.start(0, TestStudio.with(List.of(meeting)), List.of(meeting));
                var deployment = Deployment.begin(OUTPUTS, folder, IMPATIENT, TestBroker.server(), SERVICES)) {
            var webinar = HostileWebinar.on(platform, chance);
            deployment.awaitReady();
            try (var notes = SegmentNotes.in(deployment.database())) {
                var recording = deployment.recordings().accepted(platform.linkTo(meeting));
                killWorkers(deployment, platform);
                var ended = deployment.recordings().ended(recording);

                var rows = notes.of(recording);
                noStoredFileWasAskedForAgain(rows, platform.requests().latest());
                lostFilesAreTold(webinar, ended, rows);
                everythingElseIsStored(webinar, rows, deployment.bucket().sizes("recordings/" + recording));
                theManifestTells(new String(deployment.bucket().read(notes.manifestKey(recording)), UTF_8));
            }
            assertThat(platform.connections().resets())
                    .as("connections that were too many")
                    .isPositive();
        }
    }

    private void killWorkers(Deployment deployment, Simulator platform) throws Exception {
        long next = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long requests = next += chance.nextInt(5, MOST_REQUESTS_BETWEEN_KILLS);
            await(requests + " requests for media")
                    .atMost(Duration.ofSeconds(90))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> platform.requests().count(PathKind.MEDIA) >= requests);
            var workers = deployment.of(WORKER);
            var lost = workers.get(chance.nextInt(workers.size()));
            lost.kill();
            deployment.replace(lost);
        }
    }

    private static void lostFilesAreTold(HostileWebinar webinar, JsonPath ended, List<SegmentNotes.Row> rows) {
        assertThat(rows).filteredOn(row -> !row.state().equals("STORED")).allSatisfy(row -> {
            assertThat(row.state()).isEqualTo("MISSING");
            assertThat(row.whyMissing())
                    .hasValueSatisfying(why -> assertThat(why).contains("404"));
            assertThat(webinar.lost()).anyMatch(take -> isOf(take, row));
        });
        assertThat(ended.getString("state")).isEqualTo("PROCESSED");
        assertThat(ended.getString("outcome")).isEqualTo("COMPLETE_WITH_GAPS");
        for (var take : webinar.lost()) {
            assertThat(ended.getList("gaps.from", String.class))
                    .extracting(Duration::parse)
                    .anySatisfy(from -> assertThat(from).isLessThanOrEqualTo(take.at()));
        }
    }

    private static void everythingElseIsStored(
            HostileWebinar webinar, List<SegmentNotes.Row> rows, Map<String, Long> objects) {
        int handouts = 4 + 2;
        int twinsOfLostFiles = webinar.lost().size();
        assertThat(rows).hasSize(HostileWebinar.MEETING.takes().size() + handouts + twinsOfLostFiles);
        assertThat(rows)
                .filteredOn(row -> webinar.lost().stream().noneMatch(take -> isOf(take, row)))
                .allSatisfy(row -> {
                    assertThat(row.state()).isEqualTo("STORED");
                    assertThat(row.notes()).isEqualTo(1);
                    assertThat(objects).containsEntry(row.objectKey().orElseThrow(), row.bytes());
                });
    }

    private static void noStoredFileWasAskedForAgain(List<SegmentNotes.Row> rows, List<SeenRequest> requests) {
        for (var row : rows) {
            var path = URI.create(row.url()).getPath();
            var stored = row.storedAt();
            assertThat(requests)
                    .filteredOn(request -> request.path().equals(path))
                    .isNotEmpty()
                    .noneMatch(request -> stored.isPresent() && request.at().isAfter(stored.get()));
        }
    }

    private static void theManifestTells(String json) {
        var manifest = JsonPath.from(json);
        assertThat(manifest.getList("participants.name")).contains("Anna Petrovna", "Boris", "Vera", "Gleb", "Dora");
        assertThat(manifest.getList("participants.find { it.name == 'Anna Petrovna' }.names.name"))
                .contains("Anna", "Anna Petrovna");
        assertThat(manifest.getList("proceedings.slides")).hasSize(4);
        assertThat(manifest.getList("proceedings.attachments.name")).containsExactlyInAnyOrder("Deck 1", "Deck 2");
        assertThat(manifest.getList("proceedings.slides.picture"))
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(manifest.getList("proceedings.messages.text"))
                .contains("Слышно хорошо.", "А где исток?", "Не в болоте ли?");
        assertThat(manifest.getList("proceedings.messages.author")).contains("Boris", "Vera", "Gleb");
        assertThat(manifest.getList("proceedings.messages.kind")).contains("CHAT", "QUESTION");
        assertThat(manifest.getList("proceedings.cuts")).hasSize(1);
        assertThat(manifest.getMap("proceedings.reading.odd")).isEmpty();
        HostileWebinar.MEETING.takes().forEach(take -> everythingOf(take, manifest));
    }

    /** However the log words the beginning and the end of a file. */
    private static void everythingOf(Take take, JsonPath manifest) {
        var segment = manifest.getString("segments.find { it.url.endsWith('/%s.mp4') }.id".formatted(take.file()));
        Map<String, String> clip =
                manifest.getMap("tracks.clips.flatten().find { it.segment == '%s' }".formatted(segment));
        assertThat(Duration.parse(clip.get("start")))
                .as("beginning of %s", take)
                .isEqualTo(take.at());
        assertThat(Duration.parse(clip.get("trim")))
                .as("preroll of %s", take)
                .isEqualTo(take.excess().before());
        if (!take.excess().after().isZero()) {
            assertThat(Duration.parse(clip.get("end"))).as("end of %s", take).isEqualTo(take.end());
        }
    }

    /** The file itself, or its playlist, which is asked for once the file is lost. */
    private static boolean isOf(Take take, SegmentNotes.Row row) {
        return row.url().contains("/" + take.file() + ".mp4");
    }
}
