package org.webinararchiver.embedded.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.webinararchiver.embedded.database.TestDatabase.execute;
import static org.webinararchiver.embedded.database.TestDatabase.query;
import static org.webinararchiver.embedded.database.TestDatabase.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.embedded.ChildProgram;

/** What an earlier run, a kill or an accident may have left in a data folder. */
class UnhappyStartTest {

    @TempDir
    Path folder;

    @Test
    void aServerThatWasKilledLosesNothing() throws Exception {
        try (var database = EmbeddedDatabase.start(settings(folder))) {
            execute(database, "CREATE TABLE kept (text text)");
            TestDatabase.server(folder).destroyForcibly();
            await().until(() -> !isRunning());
        }
        assertThatTableIsThere("kept");
    }

    @Test
    void aServerEndsWithItsKilledProgramAndLosesNothing() throws Exception {
        try (var program = startProgram()) {
            assertThat(program.line()).isEqualTo("ready");
            assertThat(isRunning()).isTrue();
            program.kill();
            await().atMost(Duration.ofSeconds(30)).until(() -> !isRunning());
        }
        assertThatTableIsThere("written");
    }

    @Test
    void aProgramThatStartsRightAfterTheKilledOneLosesNothing() throws Exception {
        try (var program = startProgram()) {
            assertThat(program.line()).isEqualTo("ready");
            program.kill();
        }
        assertThatTableIsThere("written");
    }

    @Test
    void aServerThatWasLeftBehindIsStoppedFirst() throws Exception {
        var leftBehind = RunningServer.start(settings(folder), ClusterFolder.create(folder), FreePort::find);
        var process = TestDatabase.server(folder);
        assertThat(isRunning()).isTrue();
        try (var database = EmbeddedDatabase.start(settings(folder))) {
            assertThat(TestDatabase.server(folder)).isNotEqualTo(process);
            assertThat(query(database, "SELECT 1")).isEqualTo("1");
        } finally {
            leftBehind.stop();
        }
    }

    @Test
    void aProgramThatWasKilledWhileItCreatedTheClusterDoesNoHarm() throws Exception {
        try (var program = startProgram()) {
            await().until(() -> Files.exists(folder.resolve("cluster")) || holdsUnfinishedCluster());
            program.kill();
        }
        try (var database = EmbeddedDatabase.start(settings(folder))) {
            assertThat(query(database, "SELECT count(*) FROM pg_database")).isEqualTo("3");
        }
    }

    @Test
    void aServerOfAKilledProgramThatComesUpInBetweenIsStopped() throws Exception {
        var cluster = ClusterFolder.create(folder);
        var inBetween = new ArrayList<RunningServer>();
        var server = RunningServer.start(settings(folder), cluster, () -> {
            if (inBetween.isEmpty()) {
                inBetween.add(RunningServer.start(settings(folder), cluster, FreePort::find));
            }
            return FreePort.find();
        });
        try {
            assertThat(server.port()).isNotEqualTo(inBetween.getFirst().port());
            assertThat(isRunning()).isTrue();
        } finally {
            server.stop();
        }
    }

    @Test
    void aHalfCreatedClusterIsCreatedAgain() throws Exception {
        var unfinished = Files.createDirectories(folder.resolve("unfinished-1").resolve("cluster"));
        Files.writeString(unfinished.resolve("PG_VERSION"), "17\n");
        try (var database = EmbeddedDatabase.start(settings(folder))) {
            assertThat(query(database, "SELECT 1")).isEqualTo("1");
            assertThat(folder.resolve("unfinished-1")).doesNotExist();
        }
    }

    @Test
    void aPortThatIsTakenInBetweenIsNotTheEnd() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int free = FreePort.find();
            Iterator<Integer> ports = List.of(taken.getLocalPort(), free).iterator();
            var server = RunningServer.start(settings(folder), ClusterFolder.create(folder), ports::next);
            try {
                assertThat(server.port()).isEqualTo(free);
            } finally {
                server.stop();
            }
        }
    }

    private ChildProgram startProgram() throws IOException {
        return ChildProgram.start(
                System.getProperty("java.class.path"), DatabaseProgram.class, List.of(folder.toString()));
    }

    private void assertThatTableIsThere(String table) throws Exception {
        try (var database = EmbeddedDatabase.start(settings(folder))) {
            assertThat(query(database, "SELECT to_regclass('" + table + "')")).isEqualTo(table);
        }
    }

    private boolean isRunning() throws IOException {
        return TestDatabase.postmaster(folder).find().isPresent();
    }

    private boolean holdsUnfinishedCluster() throws IOException {
        try (var paths = Files.newDirectoryStream(folder, "unfinished-*")) {
            for (var path : paths) {
                return Files.exists(path.resolve("cluster").resolve("PG_VERSION"));
            }
        }
        return false;
    }
}
