package org.webinararchiver.platform.storage;

import java.io.EOFException;
import java.io.IOException;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An object as a file that can be read at any place. Only the blocks that are looked at are fetched, and the latest of
 * them are remembered: one megabyte at most, whatever the object's size. For one thread.
 */
public final class ObjectChannel implements SeekableByteChannel {
    /** Most descriptions of media fit into one or two, and what lies between is not fetched with them. */
    static final int BLOCK = 32 * 1024;

    private static final int REMEMBERED = 32;

    private final ObjectStore store;
    private final String key;
    private final long size;
    private final Map<Long, byte[]> blocks = new LatestBlocks();
    private long position;
    private boolean open = true;

    /** @param size of the object in bytes */
    public ObjectChannel(ObjectStore store, String key, long size) {
        this.store = store;
        this.key = key;
        this.size = size;
    }

    /** @throws NoSuchObject when there is no such object any more */
    @Override
    public int read(ByteBuffer target) throws IOException {
        requireOpen();
        if (position >= size) {
            return -1;
        }
        var block = block(position / BLOCK);
        var from = (int) (position % BLOCK);
        var count = Math.min(target.remaining(), block.length - from);
        target.put(block, from, count);
        position += count;
        return count;
    }

    private byte[] block(long number) throws IOException {
        var known = blocks.get(number);
        if (known != null) {
            return known;
        }
        var fetched = fetch(number * BLOCK);
        blocks.put(number, fetched);
        return fetched;
    }

    private byte[] fetch(long offset) throws IOException {
        var length = (int) Math.min(BLOCK, size - offset);
        try (var bytes = store.get(key, offset, length)) {
            var block = bytes.readNBytes(length);
            if (block.length < length) {
                throw new EOFException("the object " + key + " ended while it was read");
            }
            return block;
        }
    }

    @Override
    public long position() throws IOException {
        requireOpen();
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        requireOpen();
        if (newPosition < 0) {
            throw new IllegalArgumentException("a position is zero or more: " + newPosition);
        }
        position = newPosition;
        return this;
    }

    @Override
    public long size() throws IOException {
        requireOpen();
        return size;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long newSize) {
        throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }

    private void requireOpen() throws ClosedChannelException {
        if (!open) {
            throw new ClosedChannelException();
        }
    }

    /** Forgets what was looked at longest ago. */
    private static final class LatestBlocks extends LinkedHashMap<Long, byte[]> {
        @Serial
        private static final long serialVersionUID = 1;

        LatestBlocks() {
            super(REMEMBERED, 0.75F, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
            return size() > REMEMBERED;
        }
    }
}
