package org.webinararchiver.download.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.manifest.WantedFile;
import org.webinararchiver.download.SmallMp4;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.directory.DirectoryObjectStore;

class StoredCheckTest {
    private static final String KEY = "recordings/r/segments/s/t-1";
    private static final byte[] USUAL = SmallMp4.of(noise(370_000));

    @TempDir
    Path folder;

    private ObjectStore store;

    @BeforeEach
    void open() throws IOException {
        store = DirectoryObjectStore.open(folder, Clock.systemUTC());
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @Test
    void aWholeFileIsStoredAndItsMediaAreKnown() throws IOException {
        assertThat(inspected(USUAL, 0)).isInstanceOfSatisfying(FetchOutcome.Stored.class, stored -> {
            assertThat(stored.objectKey()).isEqualTo(KEY);
            assertThat(stored.bytes()).isEqualTo(USUAL.length);
            assertThat(stored.media())
                    .hasValueSatisfying(media -> assertThat(media.video()).isPresent());
        });
        assertThat(store.head(KEY)).isPresent();
    }

    @Test
    void aUselessFileIsRemoved() throws IOException {
        assertThat(inspected(new byte[1000], 0))
                .isInstanceOfSatisfying(
                        FetchOutcome.Damaged.class,
                        damaged -> assertThat(damaged.usable()).isEmpty());
        assertThat(store.head(KEY)).isEmpty();
    }

    @Test
    void whatIsUsableStays() throws IOException {
        var cutOff = Arrays.copyOf(SmallMp4.fastStart(noise(1000)), 1000);
        assertThat(inspected(cutOff, 0))
                .isInstanceOfSatisfying(
                        FetchOutcome.Damaged.class,
                        damaged -> assertThat(damaged.usable())
                                .hasValueSatisfying(
                                        usable -> assertThat(usable.bytes()).isEqualTo(1000)));
        assertThat(store.head(KEY)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "2, false", "3, false"})
    void threeLooksAreAll(int looks, boolean isAskedAgain) throws IOException {
        assertThat(inspected(new byte[0], looks))
                .isInstanceOfSatisfying(
                        FetchOutcome.Damaged.class,
                        damaged -> assertThat(damaged.failure())
                                .isInstanceOf(isAskedAgain ? Failure.Retryable.class : Failure.OfTask.class)
                                .returns("empty", Failure::reason)
                                .returns("https://media.example/1 came damaged: it is empty.", Failure::message));
    }

    @Test
    void aLookFetchesASmallPartOfAFile() throws IOException {
        store.put(KEY, new ByteArrayInputStream(USUAL), USUAL.length);
        var metered = new MeteredStore(store);
        new StoredCheck(metered).outcome(request(WantedFile.Kind.MEDIA, 0), Brought.unseen(KEY, USUAL.length));
        assertThat(metered.requests()).isLessThanOrEqualTo(3);
        assertThat(metered.bytes()).isLessThan(USUAL.length / 4);
    }

    @Test
    void slidesAndDocumentsAreNotLookedInto() throws IOException {
        var metered = new MeteredStore(store);
        assertThat(new StoredCheck(metered).outcome(request(WantedFile.Kind.PICTURE, 0), Brought.unseen(KEY, 7)))
                .isInstanceOf(FetchOutcome.Stored.class);
        assertThat(metered.requests()).isZero();
    }

    private FetchOutcome inspected(byte[] file, int looks) throws IOException {
        store.put(KEY, new ByteArrayInputStream(file), file.length);
        return new StoredCheck(store).outcome(request(WantedFile.Kind.MEDIA, looks), Brought.unseen(KEY, file.length));
    }

    private static SegmentRequest request(WantedFile.Kind kind, int looks) {
        return new SegmentRequest(
                URI.create("https://media.example/1"), Map.of(), kind, KEY, looks, new NotesInMemory());
    }

    private static byte[] noise(int length) {
        var data = new byte[length];
        new Random(length).nextBytes(data);
        return data;
    }
}
