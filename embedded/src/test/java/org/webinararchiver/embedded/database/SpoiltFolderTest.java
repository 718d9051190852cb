package org.webinararchiver.embedded.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.webinararchiver.embedded.database.TestDatabase.query;
import static org.webinararchiver.embedded.database.TestDatabase.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.embedded.EmbeddedServerException;

/** A folder in which one thing is not as it should be; each test puts it right again. */
class SpoiltFolderTest {

    @TempDir
    static Path folder;

    @BeforeAll
    static void create() {
        EmbeddedDatabase.start(settings(folder)).close();
    }

    @Test
    void anUnrelatedProgramWithTheNumberOfAKilledServerIsLeftAlone() throws Exception {
        var unrelated = unrelatedProgram();
        try {
            writeStaleNote(unrelated.pid());
            try (var database = EmbeddedDatabase.start(settings(folder))) {
                assertThat(query(database, "SELECT 1")).isEqualTo("1");
                assertThat(unrelated.isAlive()).isTrue();
            }
        } finally {
            unrelated.destroy();
        }
    }

    @Test
    void aFailureShowsTheServersLogAndLeavesNothingRunning() throws Exception {
        Files.writeString(folder.resolve("cluster/postgresql.auto.conf"), "no_such_setting = 1\n");
        assertThatExceptionOfType(EmbeddedServerException.class)
                .isThrownBy(() -> EmbeddedDatabase.start(settings(folder)))
                .withMessageContaining("no_such_setting")
                .satisfies(failed -> assertThat(failed.advice()).contains("server.log"));
        assertThat(isRunning()).isFalse();

        Files.writeString(folder.resolve("cluster/postgresql.auto.conf"), "");
        EmbeddedDatabase.start(settings(folder)).close();
    }

    @Test
    void aClusterOfAnotherVersionIsRefusedUntouched() throws Exception {
        var version = folder.resolve("cluster/PG_VERSION");
        Files.writeString(version, "16\n");
        assertThatExceptionOfType(EmbeddedServerException.class)
                .isThrownBy(() -> EmbeddedDatabase.start(settings(folder)))
                .withMessageContaining("written by PostgreSQL 16");
        assertThat(version).hasContent("16");
        Files.writeString(version, "17\n");
    }

    @Test
    void aLostPasswordIsToldAtOnce() throws Exception {
        var password = folder.resolve("password");
        var hidden = Files.move(password, folder.resolve("password.hidden"));
        assertThatExceptionOfType(EmbeddedServerException.class)
                .isThrownBy(() -> EmbeddedDatabase.start(settings(folder)))
                .withMessageContaining("password of the database is missing");
        assertThat(password).doesNotExist();
        Files.move(hidden, password);
    }

    private boolean isRunning() throws IOException {
        return TestDatabase.postmaster(folder).find().isPresent();
    }

    /** Runs under the server's account, for a server takes only those processes for its predecessor. */
    private Process unrelatedProgram() throws IOException {
        var account = TestDatabase.account(folder);
        return new ProcessBuilder(account.command(List.of("/bin/sleep", "600"))).start();
    }

    private void writeStaleNote(long process) throws IOException {
        var note = folder.resolve("cluster/postmaster.pid");
        Files.writeString(note, process + "\n" + folder.resolve("cluster") + "\n1700000000\n5432\n\n127.0.0.1\n");
        TestDatabase.account(folder).own(note);
    }
}
