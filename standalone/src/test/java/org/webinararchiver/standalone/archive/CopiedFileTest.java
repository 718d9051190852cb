package org.webinararchiver.standalone.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.platform.storage.directory.DirectoryObjectStore;

@Timeout(60)
class CopiedFileTest {
    private static final int SEED = 7;
    private static final int BYTES = 8 << 20;

    @TempDir
    Path folder;

    private DirectoryObjectStore store;
    private byte[] content;
    private Path file;

    @BeforeEach
    void keep() throws IOException {
        store = DirectoryObjectStore.open(folder.resolve("store"), Clock.systemUTC());
        content = new byte[BYTES];
        new Random(SEED).nextBytes(content);
        store.put("video.mp4", new ByteArrayInputStream(content), BYTES);
        file = Files.createDirectory(folder.resolve("downloads")).resolve("Algebra.mp4");
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    private CopiedFile video() {
        return new CopiedFile(store, "video.mp4", BYTES);
    }

    @Test
    void severalRunsThatWantItInOnePlaceAtTheSameTimeAllGetItWhole() throws Exception {
        var copies = new ArrayList<Callable<Path>>();
        for (int run = 0; run < 6; run++) {
            copies.add(() -> video().to(file));
        }

        try (var runs = Executors.newFixedThreadPool(copies.size())) {
            for (var copied : runs.invokeAll(copies)) {
                assertThat(copied.get()).isEqualTo(file);
            }
        }

        assertThat(file).hasBinaryContent(content);
        assertThat(file.getParent()).isDirectoryContaining(file::equals).isDirectoryNotContaining(f -> !f.equals(file));
    }

    @Test
    void aNameAsLongAsAFileSystemAllowsIsNotTooLong() throws IOException {
        var longest = file.resolveSibling("x".repeat(251) + ".mp4");

        assertThat(video().to(longest)).exists();
    }

    @Test
    void oneThatCannotBeReadLeavesNothingBehind() {
        assertThatThrownBy(() -> new CopiedFile(store, "nothing", BYTES).to(file))
                .isInstanceOf(IOException.class);

        assertThat(file.getParent()).isEmptyDirectory();
    }

    @Test
    void whatAKilledRunLeftIsRemovedOnceNobodyWritesItAnyMore() throws IOException {
        var left = Files.createFile(file.resolveSibling(".copying-123.part"));
        var beingWritten = Files.createFile(file.resolveSibling(".copying-456.part"));
        var ofTheUser = Files.createFile(file.resolveSibling("of-the-user.part"));
        var anHourAgo = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
        Files.setLastModifiedTime(left, anHourAgo);
        Files.setLastModifiedTime(ofTheUser, anHourAgo);

        video().to(file);

        assertThat(left).doesNotExist();
        assertThat(beingWritten).exists();
        assertThat(ofTheUser).exists();
    }
}
