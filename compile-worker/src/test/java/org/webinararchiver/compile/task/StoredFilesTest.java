package org.webinararchiver.compile.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.platform.scratch.Scratch;
import org.webinararchiver.platform.storage.NoSuchObject;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.directory.DirectoryObjectStore;

class StoredFilesTest {
    private static final int SIZE = 1000;

    @TempDir
    Path folder;

    private ObjectStore store;

    @BeforeEach
    void open() throws IOException {
        store = DirectoryObjectStore.open(folder.resolve("store"), Clock.systemUTC());
        for (var key : List.of("a", "b", "c", "d")) {
            store.put(key, new ByteArrayInputStream(new byte[SIZE]), SIZE);
        }
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    private StoredFiles keeping(long bytes) {
        return new StoredFiles(store, new Scratch(() -> folder.resolve("scratch")), bytes);
    }

    @Test
    void whatNobodyHoldsStaysAsLongAsThereIsRoomForIt() throws Exception {
        var files = keeping(2 * SIZE);
        hold(files, "a", "b");
        store.delete("a");

        try (var held = files.hold(List.of("a"))) {
            assertThat(held.file("a")).hasSize(SIZE);
        }
    }

    @Test
    void whatWasUsedLongestAgoGoesFirst() throws Exception {
        var files = keeping(2 * SIZE);
        hold(files, "a");
        hold(files, "b");
        hold(files, "a");
        hold(files, "c");

        assertThat(files.bytes()).isEqualTo(2 * SIZE);
        store.delete("a");
        store.delete("b");
        hold(files, "a");
        assertThatThrownBy(() -> hold(files, "b")).isInstanceOf(NoSuchObject.class);
    }

    @Test
    void whatIsHeldStaysHoweverLittleRoomThereIs() throws Exception {
        var files = keeping(0);
        try (var held = files.hold(List.of("a", "b"))) {
            hold(files, "c");

            assertThat(held.file("a")).exists();
            assertThat(held.file("b")).exists();
            assertThat(files.bytes()).isEqualTo(2 * SIZE);
        }
        assertThat(files.bytes()).isZero();
        assertThat(filesOnDisk()).isZero();
    }

    @Test
    void whatCanNotBeHadLeavesNothingHeld() throws Exception {
        var files = keeping(0);

        assertThatThrownBy(() -> files.hold(List.of("a", "nothing"))).isInstanceOf(NoSuchObject.class);

        assertThat(files.bytes()).isZero();
        assertThat(filesOnDisk()).isZero();
    }

    @Test
    void manyWhoWantTheSameAllHaveItAndAfterwardsNobodyHoldsAnything() throws Exception {
        var files = keeping(SIZE);
        Callable<Void> look = () -> {
            for (int round = 0; round < 50; round++) {
                var wanted = List.of("a", "b", "c", "d").subList(round % 3, round % 3 + 2);
                try (var held = files.hold(wanted)) {
                    for (var key : wanted) {
                        assertThat(held.file(key)).hasSize(SIZE);
                    }
                }
            }
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(
                    IntStream.range(0, 8).mapToObj(thread -> look).toList())) {
                done.get();
            }
        }
        assertThat(files.bytes()).isLessThanOrEqualTo(SIZE);
        assertThat(filesOnDisk()).isEqualTo(files.bytes() / SIZE);
    }

    @Test
    void nothingIsLeftWhenTheWorkerEnds() throws Exception {
        var files = keeping(2 * SIZE);
        hold(files, "a", "b");
        files.stop();

        assertThat(folder.resolve("scratch")).isEmptyDirectory();
    }

    @Test
    void aShelfLeavesOutWhatItDoesNotHave() throws Exception {
        var shelf = new StoredShelf(Map.of("segment", "a"), keeping(0));
        try (var held = shelf.hold(List.of("segment", "missing"))) {
            assertThat(held.file("segment")).hasSize(SIZE);
        }
        assertThat(shelf.segments()).containsExactly("segment");
    }

    private static void hold(StoredFiles files, String... keys) throws Exception {
        try (var held = files.hold(List.of(keys))) {
            assertThat(held.file(keys[0])).exists();
        }
    }

    private long filesOnDisk() throws IOException {
        try (var all = Files.walk(folder.resolve("scratch"))) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
