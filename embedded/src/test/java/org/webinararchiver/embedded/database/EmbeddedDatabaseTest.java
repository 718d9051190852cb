package org.webinararchiver.embedded.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.webinararchiver.embedded.database.TestDatabase.execute;
import static org.webinararchiver.embedded.database.TestDatabase.query;
import static org.webinararchiver.embedded.database.TestDatabase.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.embedded.EmbeddedServerException;

class EmbeddedDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsThereAfterARestart() throws Exception {
        String password;
        try (var database = EmbeddedDatabase.start(settings(folder))) {
            password = database.password();
            execute(database, "CREATE TABLE note (text text)");
            execute(database, "INSERT INTO note VALUES ('Вебинар')");
        }
        assertThat(folder.resolve("cluster/postmaster.pid")).doesNotExist();

        try (var database = EmbeddedDatabase.start(settings(folder))) {
            assertThat(query(database, "SELECT upper(text) FROM note")).isEqualTo("ВЕБИНАР");
            assertThat(database.password()).isEqualTo(password);
        }
    }

    @Test
    void aRelativePathWithSpacesAndForeignLettersWillDo() throws Exception {
        var relative =
                Path.of("").toAbsolutePath().relativize(folder.toRealPath().resolve("Мои записи (копия) & more's"));
        try (var database = EmbeddedDatabase.start(settings(relative))) {
            assertThat(query(database, "SELECT 1")).isEqualTo("1");
        }
        try (var database = EmbeddedDatabase.start(settings(relative))) {
            assertThat(query(database, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aPathThatAShellWouldReadOtherwiseIsRefusedAtOnce() {
        assertThatExceptionOfType(EmbeddedServerException.class)
                .isThrownBy(() -> EmbeddedDatabase.start(settings(folder.resolve("costs $HOME"))))
                .withMessageContaining("costs $HOME")
                .satisfies(refused -> assertThat(refused.advice()).contains("Choose a folder"));
    }

    @Test
    void twoDatabasesRunBesideEachOther() throws Exception {
        try (var one = EmbeddedDatabase.start(settings(folder.resolve("one")));
                var other = EmbeddedDatabase.start(settings(folder.resolve("other")))) {
            execute(one, "CREATE TABLE only_here (text text)");
            assertThat(query(other, "SELECT to_regclass('only_here')")).isNull();
        }
    }

    @Test
    void closingWorksOnAnInterruptedThreadAndTwice() throws Exception {
        var database = EmbeddedDatabase.start(settings(folder));
        Thread.currentThread().interrupt();
        database.close();
        database.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(TestDatabase.postmaster(folder).find()).isEmpty();
    }

    @Test
    void theLogOfOneStartBeforeIsKept() throws Exception {
        for (int start = 0; start < 3; start++) {
            EmbeddedDatabase.start(settings(folder)).close();
        }
        assertThat(folder.resolve("server.previous.log")).isNotEmptyFile();
        try (var files = Files.newDirectoryStream(folder, "server*.log")) {
            assertThat(files).hasSize(2);
        }
    }
}
