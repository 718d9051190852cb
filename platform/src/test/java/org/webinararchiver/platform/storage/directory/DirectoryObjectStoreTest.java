package org.webinararchiver.platform.storage.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.platform.storage.MultipartUpload;
import org.webinararchiver.platform.storage.NoSuchUpload;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.ObjectStoreContract;
import org.webinararchiver.platform.storage.StoreRefused;
import org.webinararchiver.platform.storage.StoredObject;

class DirectoryObjectStoreTest extends ObjectStoreContract {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    Path root;

    private DirectoryObjectStore store;

    @BeforeEach
    void open() throws IOException {
        store = DirectoryObjectStore.open(root, CLOCK);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @Override
    protected ObjectStore store() {
        return store;
    }

    @Test
    void anObjectIsAPlainFileUnderItsKey() throws IOException {
        put("recordings/r1/a.txt");

        assertThat(root.resolve("objects/recordings/r1/a.txt")).hasContent("x");
        assertThat(filesBelow("incoming")).noneMatch(file -> file.toString().endsWith(".part"));
    }

    @Test
    void objectsSurviveARestart() throws IOException {
        put("a");
        store.close();

        open();

        assertThat(store.list("").map(StoredObject::key)).containsExactly("a");
    }

    @Test
    void noEmptyDirectoryIsLeftBehind() throws IOException {
        put("a/b/c/d");

        store.delete("a/b/c/d");

        assertThat(root.resolve("objects")).isEmptyDirectory();
    }

    @Test
    void aDirectoryThatANeighbourRemovesMeanwhileIsMadeAgain() throws Exception {
        Callable<Void> writer = () -> {
            var key = "a/b/c/" + Thread.currentThread().threadId();
            for (int round = 0; round < 2_000; round++) {
                put(key);
                store.delete(key);
            }
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var written : threads.invokeAll(Collections.nCopies(4, writer))) {
                assertThat(written.get()).isNull();
            }
        }
        assertThat(root.resolve("objects")).isEmptyDirectory();
    }

    @Test
    void whatAKilledWriterLeftIsRemovedAtTheNextStart() throws IOException {
        var left = Files.createDirectories(root.resolve("incoming/9f0c")).resolve("1.part");
        Files.writeString(left, "half");
        Files.createFile(root.resolve("incoming/9f0c.lock"));

        DirectoryObjectStore.open(root, CLOCK).close();

        assertThat(root.resolve("incoming/9f0c")).doesNotExist();
        assertThat(root.resolve("incoming/9f0c.lock")).doesNotExist();
    }

    @Test
    void aWriterThatIsAliveKeepsItsFiles() throws IOException {
        var growing = new ByteArrayInputStream("xy".getBytes(UTF_8)) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int most) {
                restartSomebodyElse();
                return super.read(buffer, offset, most);
            }
        };

        store.put("a", growing, 2);

        assertThat(store.head("a")).isPresent();
    }

    private void restartSomebodyElse() {
        try {
            DirectoryObjectStore.open(root, CLOCK).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aClosedStoreLeavesNothingOfItsOwn() throws IOException {
        store.close();

        assertThat(root.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void anUploadIsAbandonedAfterADay() throws IOException {
        var uploads = store.multipart();
        var upload = uploads.start("a");
        var part = uploads.put(upload, 1, new ByteArrayInputStream(new byte[] {'x'}), 1);
        var almost = Clock.offset(CLOCK, Duration.ofHours(23));
        var after = Clock.offset(CLOCK, Duration.ofHours(25));

        DirectoryObjectStore.open(root, almost).close();
        assertThat(filesBelow("uploads")).hasSize(2);
        DirectoryObjectStore.open(root, after).close();

        assertThat(root.resolve("uploads")).isEmptyDirectory();
        assertThatExceptionOfType(NoSuchUpload.class).isThrownBy(() -> uploads.complete(upload, List.of(part)));
    }

    @Test
    void noPartIsStoredForAnUploadThatIsOver() throws IOException {
        var uploads = store.multipart();
        var upload = uploads.start("a");
        uploads.abort(upload);

        assertThatExceptionOfType(NoSuchUpload.class)
                .isThrownBy(() -> uploads.put(upload, 1, new ByteArrayInputStream(new byte[1]), 1));
        assertThat(filesBelow("uploads")).isEmpty();
    }

    @Test
    void aCompletedUploadIsOver() throws IOException {
        var uploads = store.multipart();
        var upload = uploads.start("a");
        var part = uploads.put(upload, 1, new ByteArrayInputStream(new byte[1]), 1);
        uploads.complete(upload, List.of(part));

        assertThatExceptionOfType(NoSuchUpload.class).isThrownBy(() -> uploads.complete(upload, List.of(part)));
        assertThat(root.resolve("uploads")).isEmptyDirectory();
    }

    @Test
    void anUploadOfAnotherKeyIsNotFound() throws IOException {
        var uploads = store.multipart();
        var upload = uploads.start("a");
        var other = new MultipartUpload("b", upload.id());

        assertThatExceptionOfType(NoSuchUpload.class)
                .isThrownBy(() -> uploads.put(other, 1, new ByteArrayInputStream(new byte[1]), 1));
        uploads.abort(other);
        assertThat(filesBelow("uploads")).hasSize(1);
    }

    @Test
    void aLinkIsNeverFollowed(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("secret"), "secret");
        Files.createSymbolicLink(root.resolve("objects/out"), elsewhere);
        Files.createSymbolicLink(root.resolve("objects/file"), elsewhere.resolve("secret"));

        assertThatThrownBy(() -> store.get("out/secret")).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> store.get("file")).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> put("out/new")).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> put("file")).isInstanceOf(FileSystemException.class);
        assertThatThrownBy(() -> store.delete("out/secret")).isInstanceOf(FileSystemException.class);
        assertThat(store.list("")).isEmpty();
        assertThat(elsewhere.resolve("secret")).hasContent("secret");
    }

    @Test
    void filesThatNoKeyNamesAreNotListed() throws IOException {
        put("a");
        Files.writeString(root.resolve("objects/my notes.txt"), "x");

        assertThat(store.list("").map(StoredObject::key)).containsExactly("a");
    }

    @Test
    void theDirectoryItselfMayBeALink(@TempDir Path elsewhere) throws IOException {
        var link = Files.createSymbolicLink(elsewhere.resolve("link"), root);

        try (var linked = DirectoryObjectStore.open(link, CLOCK)) {
            linked.put("a", new ByteArrayInputStream(new byte[] {'x'}), 1);
        }

        assertThat(store.head("a")).isPresent();
    }

    @Test
    void aKeyThatIsAnothersDirectoryIsRefused() throws IOException {
        put("a/b");

        assertThatExceptionOfType(StoreRefused.class).isThrownBy(() -> put("a"));
        assertThatExceptionOfType(StoreRefused.class).isThrownBy(() -> put("a/b/c"));
        assertThat(store.head("a/b")).isPresent();
    }

    /** Folders come and go with the objects in them, while others store into the same ones. */
    @Test
    void writersAndDeletersOfNeighboursDoNotDisturbEachOther() throws Exception {
        var work = IntStream.range(0, 8)
                .mapToObj(worker -> (Callable<Integer>) () -> storeAndDelete("shared/dir/" + worker, 20))
                .toList();
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            for (var worker : threads.invokeAll(work)) {
                assertThat(worker.get()).isEqualTo(20);
            }
        }
        try (var left = store.list("")) {
            assertThat(left).isEmpty();
        }
    }

    private int storeAndDelete(String key, int rounds) throws IOException {
        int found = 0;
        for (int i = 0; i < rounds; i++) {
            put(key);
            found += store.head(key).isPresent() ? 1 : 0;
            store.delete(key);
        }
        return found;
    }

    private void put(String key) throws IOException {
        store.put(key, new ByteArrayInputStream(new byte[] {'x'}), 1);
    }

    private List<Path> filesBelow(String directory) throws IOException {
        try (var files = Files.walk(root.resolve(directory))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
