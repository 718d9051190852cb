package org.webinararchiver.download.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.core.manifest.WantedFile;
import org.webinararchiver.download.web.LoopbackWeb;
import org.webinararchiver.platform.scratch.Scratch;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.directory.DirectoryObjectStore;

/** A file at an origin that sends ranges, and the store that it is to come into. */
abstract class FileUnderTest {
    static final String KEY = "recordings/1/segments/2";

    @TempDir
    Path folder;

    final NotesInMemory notes = new NotesInMemory();
    ObjectStore store;
    RangedOrigin origin;
    private final byte[] file;

    FileUnderTest(byte[] file) {
        this.file = file;
    }

    @BeforeEach
    void open() throws IOException {
        store = DirectoryObjectStore.open(folder.resolve("store"), Clock.systemUTC());
        origin = RangedOrigin.of(file);
    }

    @AfterEach
    void close() throws IOException {
        origin.close();
        store.close();
    }

    FetchOutcome fetch(UploadNotes written, int connections) throws Exception {
        return fetch(written, connections, length -> {});
    }

    FetchOutcome fetch(UploadNotes written, int most, LongConsumer announced) throws Exception {
        try (var connections = connections(most)) {
            return fetcher().fetch(request(KEY, written), connections, announced);
        }
    }

    Connections connections(int most) throws Exception {
        return Connections.to(origin.url(), Budgets.of(most), Duration.ofSeconds(5));
    }

    SegmentFetcher fetcher() {
        return new SegmentFetcher(
                LoopbackWeb.open(), store, new Scratch(() -> folder.resolve("scratch")), Limits.WIDE, 4);
    }

    SegmentRequest request(String key, UploadNotes written) {
        return new SegmentRequest(origin.url(), Map.of(), WantedFile.Kind.PICTURE, key, 0, written);
    }

    void assertStored(byte[] expected, FetchOutcome outcome) throws IOException {
        assertThat(outcome).isEqualTo(new FetchOutcome.Stored(KEY, expected.length, Optional.empty()));
        try (var bytes = store.get(KEY)) {
            assertThat(bytes.readAllBytes()).isEqualTo(expected);
        }
    }
}
