package org.webinararchiver.embedded.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.webinararchiver.embedded.database.TestArchive.file;
import static org.webinararchiver.embedded.database.TestArchive.folder;
import static org.webinararchiver.embedded.database.TestArchive.link;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TxzArchiveTest {

    private static final int ENTRIES = 5;
    private static final int BYTES = 100_000;
    private static final TxzArchive ARCHIVE = new TxzArchive(ENTRIES, BYTES);

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void createFolder() throws IOException {
        folder = Files.createDirectory(temporary.resolve("unpacked"));
    }

    @Test
    void filesFoldersAndLinksAreUnpacked() throws Exception {
        unpack(tar -> {
            folder(tar, "lib/");
            file(tar, "lib/real.so", 0644, "library");
            link(tar, "lib/name.so", "real.so", TarConstants.LF_SYMLINK);
            link(tar, "lib/copy.so", "lib/real.so", TarConstants.LF_LINK);
            file(tar, "bin/program", 0755, "program");
        });
        assertThat(folder.resolve("lib/name.so")).isSymbolicLink().hasContent("library");
        assertThat(folder.resolve("lib/copy.so")).isRegularFile().hasContent("library");
        assertThat(folder.resolve("bin/program")).isExecutable().hasContent("program");
        assertThat(Files.isExecutable(folder.resolve("lib/real.so"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "lib/../../outside", "/tmp/outside"})
    void nothingIsWrittenOutside(String name) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> unpack(tar -> file(tar, name, 0644, "evil")))
                .withMessageContaining("leads out of the folder");
        assertThat(temporary.resolve("outside")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(bytes = {TarConstants.LF_SYMLINK, TarConstants.LF_LINK})
    void noLinkLeadsOutside(byte kind) {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> unpack(tar -> link(tar, "passwd", "../../etc/passwd", kind)))
                .withMessageContaining("leads out of the folder");
    }

    @Test
    void devicesAreRefused() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> unpack(tar -> link(tar, "device", "", TarConstants.LF_CHR)))
                .withMessageContaining("neither a file");
    }

    @Test
    void asManyEntriesAsAllowedAndNotOneMore() throws Exception {
        unpack(tar -> files(tar, ENTRIES));
        assertThat(folder.resolve("entry " + ENTRIES)).exists();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> {
                    folder = Files.createDirectory(temporary.resolve("again"));
                    unpack(tar -> files(tar, ENTRIES + 1));
                })
                .withMessageContaining("more than " + ENTRIES);
    }

    @Test
    void aBombOfZerosIsStopped() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> unpack(tar -> file(tar, "zeros", 0644, "\0".repeat(BYTES + 1))))
                .withMessageContaining("more than it may");
    }

    private void unpack(TestArchive.Content content) throws IOException {
        ARCHIVE.unpack(new ByteArrayInputStream(TestArchive.bytes(content)), folder);
    }

    private static void files(TarArchiveOutputStream tar, int count) throws IOException {
        for (int number = 1; number <= count; number++) {
            file(tar, "entry " + number, 0644, "");
        }
    }
}
