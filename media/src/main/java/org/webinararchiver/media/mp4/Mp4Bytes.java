package org.webinararchiver.media.mp4;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/** Numbers at any place of a file, read through one small window, whatever the file's size. */
final class Mp4Bytes {
    /** Large enough for a fragment's headers, small enough to be thrown away when the next fragment is far off. */
    private static final int WINDOW = 16 * 1024;

    private final SeekableByteChannel channel;
    private final long size;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private long windowStart;

    Mp4Bytes(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    long size() {
        return size;
    }

    int unsigned8(long at) throws IOException, NotMp4 {
        return window.get(index(at, 1)) & 0xff;
    }

    int unsigned16(long at) throws IOException, NotMp4 {
        return window.getShort(index(at, 2)) & 0xffff;
    }

    long unsigned32(long at) throws IOException, NotMp4 {
        return window.getInt(index(at, 4)) & 0xffffffffL;
    }

    int signed32(long at) throws IOException, NotMp4 {
        return window.getInt(index(at, 4));
    }

    long signed64(long at) throws IOException, NotMp4 {
        return window.getLong(index(at, 8));
    }

    /** @throws NotMp4 also when it is beyond 2^63, which no file reaches */
    long unsigned64(long at) throws IOException, NotMp4 {
        var value = signed64(at);
        if (value < 0) {
            throw new NotMp4("a number at byte " + at + " is beyond all measure");
        }
        return value;
    }

    /** Four characters, such as {@code moov}. */
    String type(long at) throws IOException, NotMp4 {
        return new String(copy(at, 4), StandardCharsets.ISO_8859_1);
    }

    /** @param length at most the window's size, which is ample for any codec's configuration */
    byte[] copy(long at, long length) throws IOException, NotMp4 {
        if (length < 0 || length > WINDOW) {
            throw new NotMp4("a description of " + length + " bytes at byte " + at);
        }
        var copy = new byte[(int) length];
        window.get(index(at, copy.length), copy);
        return copy;
    }

    private int index(long at, int length) throws IOException, NotMp4 {
        if (at < 0 || at > size - length) {
            throw new NotMp4("something is said to lie at byte " + at + ", outside of the file");
        }
        if (at < windowStart || at + length > windowStart + window.limit()) {
            load(at);
        }
        return (int) (at - windowStart);
    }

    private void load(long at) throws IOException {
        window.clear().limit((int) Math.min(WINDOW, size - at));
        windowStart = at;
        channel.position(at);
        while (window.hasRemaining()) {
            if (channel.read(window) < 0) {
                window.limit(0);
                throw new EOFException("the file became shorter while it was read");
            }
        }
    }
}
