package org.webinararchiver.embedded.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.embedded.EmbeddedServerException;

class BinariesCacheTest {

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    private Optional<URL> archive;

    @BeforeEach
    void pack() throws IOException {
        var file = Files.write(elsewhere.resolve("postgres.txz"), TestArchive.bytes(tar -> {
            TestArchive.file(tar, "bin/initdb", 0755, "program");
            TestArchive.file(tar, "bin/pg_ctl", 0755, "program");
            TestArchive.file(tar, "share/long", 0644, "x".repeat(1_000_000));
        }));
        archive = Optional.of(file.toUri().toURL());
    }

    @Test
    void twoProgramsAtOnceEndWithOneWholeCopy() throws Exception {
        Callable<Binaries> provide = () -> cache().provide();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var copies = threads.invokeAll(List.of(provide, provide));
            assertThat(copies.get(0).get()).isEqualTo(copies.get(1).get());
        }
        assertThat(folder.toFile().list()).singleElement().isEqualTo("postgresql-17.1.0-linux-x86_64");
        var binaries = provide.call();
        assertThat(binaries.pgCtl()).isExecutable();
        assertThat(binaries.initdb()).isExecutable();
    }

    @Test
    void aCopyIsUsedAgainUnlessPartOfItIsMissing() throws Exception {
        var binaries = cache().provide();
        var trace = Files.createFile(binaries.folder().resolve("trace"));
        assertThat(cache().provide()).isEqualTo(binaries);
        assertThat(trace).exists();

        Files.write(binaries.pgCtl(), new byte[0]);
        assertThat(cache().provide()).isEqualTo(binaries);
        assertThat(trace).doesNotExist();
        assertThat(binaries.pgCtl()).isNotEmptyFile();
    }

    @Test
    void whatAKilledProgramLeftIsNotUsedAndRemovedWhenItIsOld() throws Exception {
        var old = unfinished("unfinished-old");
        var young = unfinished("unfinished-young");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));

        var binaries = cache().provide();

        assertThat(binaries.folder().getFileName().toString()).doesNotStartWith("unfinished");
        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void aBuildForAnotherMachineSaysSo() {
        archive = Optional.empty();
        assertThatExceptionOfType(EmbeddedServerException.class)
                .isThrownBy(() -> cache().provide())
                .withMessageContaining("linux-x86_64");
        assertThat(folder).isEmptyDirectory();
    }

    private BinariesCache cache() {
        return new BinariesCache(folder, BinariesPlatform.LINUX_AMD64, new BinariesVersion("17.1.0"), archive);
    }

    private Path unfinished(String name) throws IOException {
        var unfinished = Files.createDirectory(folder.resolve(name));
        Files.writeString(unfinished.resolve("pg_ctl"), "half");
        return unfinished;
    }
}
