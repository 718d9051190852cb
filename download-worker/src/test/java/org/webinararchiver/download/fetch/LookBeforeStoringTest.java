package org.webinararchiver.download.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.manifest.WantedFile;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.download.SmallMp4;
import org.webinararchiver.platform.budget.OriginRests;
import org.webinararchiver.platform.scratch.Scratch;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.directory.DirectoryObjectStore;

/** A small file is looked into while it lies on the worker's own disk: of the store nothing is asked but to keep it. */
class LookBeforeStoringTest {
    private static final String KEY = "recordings/1/segments/2";
    private static final byte[] MEDIA = SmallMp4.fastStart(new byte[10_000]);

    @TempDir
    Path folder;

    private ObjectStore store;
    private MeteredStore metered;

    @BeforeEach
    void open() throws IOException {
        store = DirectoryObjectStore.open(folder.resolve("store"), Clock.systemUTC());
        metered = new MeteredStore(store);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @ParameterizedTest(name = "a length is told: {0}")
    @ValueSource(booleans = {true, false})
    void aWholeFileIsStoredAndNothingElseIsAskedOfTheStore(boolean lengthIsTold) throws Exception {
        assertThat(fetched(MEDIA, lengthIsTold)).isInstanceOfSatisfying(FetchOutcome.Stored.class, stored -> {
            assertThat(stored.bytes()).isEqualTo(MEDIA.length);
            assertThat(stored.media()).isPresent();
        });
        assertThat(metered.stored()).isOne();
        assertThat(metered.requests()).isZero();
        assertThat(store.get(KEY)).hasBinaryContent(MEDIA);
    }

    @ParameterizedTest(name = "a length is told: {0}")
    @ValueSource(booleans = {true, false})
    void aFileOfNoUseIsNeverStored(boolean lengthIsTold) throws Exception {
        assertThat(fetched(new byte[1000], lengthIsTold))
                .isInstanceOfSatisfying(
                        FetchOutcome.Damaged.class,
                        damaged -> assertThat(damaged.usable()).isEmpty());
        assertThat(metered.stored()).isZero();
        assertThat(metered.requests()).isZero();
    }

    @Test
    void whatCanBeUsedOfADamagedFileIsStored() throws Exception {
        var cutOff = Arrays.copyOf(MEDIA, MEDIA.length - 1);
        assertThat(fetched(cutOff, true))
                .isInstanceOfSatisfying(
                        FetchOutcome.Damaged.class,
                        damaged -> assertThat(damaged.usable()).isPresent());
        assertThat(store.get(KEY)).hasBinaryContent(cutOff);
    }

    private FetchOutcome fetched(byte[] file, boolean lengthIsTold) throws InterruptedException, OriginRests {
        var headers = lengthIsTold ? Map.of("content-length", Integer.toString(file.length)) : Map.<String, String>of();
        var fetcher = new SegmentFetcher(
                request -> new WebAnswer(200, headers, new ByteArrayInputStream(file)),
                metered,
                new Scratch(() -> folder.resolve("scratch")),
                Limits.WIDE,
                4);
        var request = new SegmentRequest(
                URI.create("https://media.example/1"), Map.of(), WantedFile.Kind.MEDIA, KEY, 0, new NotesInMemory());
        try (var connections = Connections.to(request.url(), Budgets.of(8), Duration.ZERO)) {
            return fetcher.fetch(request, connections, length -> {});
        }
    }
}
