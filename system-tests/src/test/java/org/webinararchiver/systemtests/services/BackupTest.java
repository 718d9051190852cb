package org.webinararchiver.systemtests.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.webinararchiver.systemtests.media.Lectures.EIGHT_FILES;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.core.task.TaskKind;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.server.Simulator;
import org.webinararchiver.systemtests.media.FinishedFile;
import org.webinararchiver.systemtests.media.Lectures;
import org.webinararchiver.systemtests.media.SlowFiles;
import org.webinararchiver.systemtests.media.TestStudio;
import org.webinararchiver.systemtests.process.Outputs;
import org.webinararchiver.testservices.TestBroker;
import org.webinararchiver.testservices.TestBucket;

/**
 * The procedure of docs/operations.md: the database is dumped and the bucket copied while services are at work,
 * everything is lost, and after a restore all goes on from there. One object is not in the copy.
 */
@Tag("servers")
@Timeout(300)
class BackupTest {
    private static final List<String> ALL = List.of("api-service", "download-worker", "compile-worker");
    private static final Map<String, String> SHORT_LEASES =
            Map.of("ARCHIVER_TASKS_LEASE", "PT5S", "ARCHIVER_TASKS_HEARTBEAT", "PT0.2S");

    private static final Meeting FINISHED = Lectures.inThreeFiles("finished-before");
    private static final Meeting DOWNLOADED = Lectures.inThreeFiles("downloaded-before");

    @RegisterExtension
    final Outputs outputs = new Outputs();

    @TempDir
    Path folder;

    private Deployment deployment;

    @Test
    void afterARestoreEverythingGoesOnFromTheBackupAndWhatTheBucketLacksIsFetchedAgain() throws Exception {
        var studio = TestStudio.with(List.of(FINISHED, DOWNLOADED, EIGHT_FILES));
        var slow = new SlowFiles(studio, EIGHT_FILES);
        try (var platform = Simulator.start(0, studio, List.of(FINISHED, DOWNLOADED));
                var slowPlatform = Simulator.start(0, slow, List.of(EIGHT_FILES));
                var started =
                        Deployment.begin(outputs, folder.resolve("scratch"), SHORT_LEASES, TestBroker.server(), ALL)) {
            deployment = started;
            var backup = DatabaseBackup.of(deployment.database());
            assumeTrue(backup.isPresent(), "needs pg_dump and pg_restore of the server's version");
            deployment.awaitReady();
            var recordings = deployment.recordings();
            var finished = recordings.accepted(platform.linkTo(FINISHED));
            mustBeComplete(finished, FINISHED, folder.resolve("before"));
            deployment.of("compile-worker").getFirst().kill();
            var downloaded = recordings.accepted(platform.linkTo(DOWNLOADED));
            recordings.downloaded(downloaded);
            var underWay = recordings.accepted(slowPlatform.linkTo(EIGHT_FILES));
            slow.awaitStandstill();

            backup.get().dump(folder.resolve("database.dump"));
            var objects = copy(deployment.bucket());
            disaster(backup.get());
            slow.goOn();

            var lost = objects.keySet().stream()
                    .filter(key -> key.contains(downloaded) && key.contains("/segments/"))
                    .findFirst()
                    .orElseThrow();
            objects.remove(lost);
            objects.forEach(deployment.bucket()::write);
            backup.get().restore(folder.resolve("database.dump"));
            deployment.startAgain(ALL);

            mustBeComplete(finished, FINISHED, folder.resolve("after"));
            mustBeComplete(downloaded, DOWNLOADED, folder);
            mustBeComplete(underWay, EIGHT_FILES, folder);
            assertThat(requests(platform, FINISHED)).containsExactly(1L, 1L, 1L);
            assertThat(requests(platform, DOWNLOADED)).containsExactlyInAnyOrder(1L, 1L, 2L);
            assertThat(slow.servedWithoutWaiting())
                    .isNotEmpty()
                    .allSatisfy(take ->
                            assertThat(slowPlatform.requests().count(take)).isEqualTo(1));
        }
    }

    private static Map<String, byte[]> copy(TestBucket bucket) {
        var objects = new HashMap<String, byte[]>();
        bucket.sizes("").keySet().forEach(key -> objects.put(key, bucket.read(key)));
        return objects;
    }

    /** Services, database, objects and messages are gone. */
    private void disaster(DatabaseBackup database) throws Exception {
        deployment.killAll();
        database.wipe();
        deployment.bucket().sizes("").keySet().forEach(deployment.bucket()::delete);
        assertThat(deployment.bucket().sizes("")).isEmpty();
        new BrokerQueues(TestBroker.server()).delete(List.of(TaskKind.values()));
    }

    private void mustBeComplete(String id, Meeting meeting, Path target) throws Exception {
        var recordings = deployment.recordings();
        var ended = recordings.ended(id);
        assertThat(ended.getString("state")).isEqualTo("PROCESSED");
        assertThat(ended.getString("outcome")).isEqualTo("COMPLETE");
        FinishedFile.mustBe(meeting, recordings.video(id, Files.createDirectories(target)));
    }

    private static List<Long> requests(Simulator platform, Meeting meeting) {
        return meeting.takes().stream()
                .map(take -> platform.requests().count(take))
                .toList();
    }
}
