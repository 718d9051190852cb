package org.webinararchiver.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.webinararchiver.platform.storage.directory.DirectoryObjectStore;

class ObjectChannelTest {
    private static final int BLOCK = ObjectChannel.BLOCK;
    private static final int SIZE = 100 * BLOCK + 7;

    @TempDir
    Path folder;

    private ObjectStore store;

    @BeforeEach
    void open() throws IOException {
        store = DirectoryObjectStore.open(folder, Clock.systemUTC());
        store.put("object", new PatternBytes(SIZE), SIZE);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 32768", "32767, 2", "32768, 32768", "1000, 100000", "3276806, 1", "3276799, 8", "0, 3276807"
    })
    void everyPlaceHoldsWhatTheObjectHolds(long from, int count) throws IOException {
        try (var channel = new ObjectChannel(store, "object", SIZE)) {
            assertThat(channel.size()).isEqualTo(SIZE);
            assertThat(read(channel, from, count)).isEqualTo(new PatternBytes(from, count).readAllBytes());
            assertThat(channel.position()).isEqualTo(from + count);
        }
    }

    @Test
    void thePlaceBehindTheLastByteIsTheEnd() throws IOException {
        try (var channel = new ObjectChannel(store, "object", SIZE)) {
            assertThat(channel.position(SIZE).read(ByteBuffer.allocate(1))).isEqualTo(-1);
            assertThat(channel.position(SIZE + 5L).read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
    }

    @Test
    void aBlockIsFetchedOnce() throws IOException {
        try (var channel = new ObjectChannel(store, "object", SIZE)) {
            read(channel, 5, 10);
            store.delete("object");
            assertThat(read(channel, 0, BLOCK)).isEqualTo(new PatternBytes(BLOCK).readAllBytes());
            assertThatExceptionOfType(NoSuchObject.class).isThrownBy(() -> read(channel, BLOCK, 1));
        }
    }

    @Test
    void onlyTheLatestBlocksAreRemembered() throws IOException {
        try (var channel = new ObjectChannel(store, "object", SIZE)) {
            read(channel, 0, SIZE);
            store.delete("object");
            read(channel, SIZE - 10L * BLOCK, 10 * BLOCK);
            assertThatExceptionOfType(NoSuchObject.class).isThrownBy(() -> read(channel, 0, 1));
        }
    }

    @Test
    void anObjectThatIsShorterThanBelievedIsAnError() throws IOException {
        try (var channel = new ObjectChannel(store, "object", SIZE + 1L)) {
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(channel, SIZE - 1L, 2));
        }
    }

    @Test
    void nothingIsWrittenAndNothingReadOnceItIsClosed() {
        var channel = new ObjectChannel(store, "object", SIZE);
        assertThatExceptionOfType(NonWritableChannelException.class)
                .isThrownBy(() -> channel.write(ByteBuffer.allocate(1)));
        assertThatExceptionOfType(NonWritableChannelException.class).isThrownBy(() -> channel.truncate(1));
        channel.close();
        assertThat(channel.isOpen()).isFalse();
        assertThatExceptionOfType(ClosedChannelException.class).isThrownBy(() -> channel.read(ByteBuffer.allocate(1)));
    }

    private static byte[] read(SeekableByteChannel channel, long from, int count) throws IOException {
        var bytes = ByteBuffer.allocate(count);
        channel.position(from);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException();
            }
        }
        return bytes.array();
    }
}
