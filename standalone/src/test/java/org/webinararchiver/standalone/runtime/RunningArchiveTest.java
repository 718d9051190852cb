package org.webinararchiver.standalone.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunningArchiveTest {
    private static final RunningArchive RUNNING = new RunningArchive("127.0.0.1", 4711, 42, "opensesame");

    @TempDir
    Path folder;

    @Test
    void whatOneRunWritesAnotherOneOfTheSameUserReads() throws IOException {
        var file = DataFolder.running(folder);
        RUNNING.write(file);
        assertThat(RunningArchive.read(file)).contains(RUNNING);
        assertThat(RUNNING.address()).hasToString("http://127.0.0.1:4711");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining(each -> each.equals(file));
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void whereThereIsNoneOrHalfOfOneNobodyIsFound() throws IOException {
        var file = DataFolder.running(folder);
        assertThat(RunningArchive.read(file)).isEmpty();
        Files.writeString(file, "{\"port\":");
        assertThat(RunningArchive.read(file)).isEmpty();
    }

    @Test
    void whatAKilledRunLeftIsGoneOnceTheFolderIsOpenedAgain() throws IOException {
        RUNNING.write(DataFolder.running(folder));
        try (var opened = DataFolder.open(folder)) {
            assertThat(opened.running()).doesNotExist();
        }
    }

    @Test
    void theTokenIsNotShown() {
        assertThat(RUNNING.toString()).doesNotContain("opensesame");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 127.0.0.1", "0.0.0.0, 127.0.0.1", "::, 127.0.0.1", "::1, ::1", "192.0.2.7, 192.0.2.7"})
    void whoListensOnAllAddressesIsReachedOnLoopback(String host, String reached) throws IOException {
        assertThat(new Listening(host, 0, true).reachedAt()).isEqualTo(reached);
    }

    @Test
    void anAddressOfTheNewKindIsWrittenAsAddressesWantIt() {
        assertThat(new RunningArchive("::1", 4711, 42, "").address()).hasToString("http://[::1]:4711");
    }
}
