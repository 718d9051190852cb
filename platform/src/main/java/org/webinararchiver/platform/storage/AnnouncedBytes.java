package org.webinararchiver.platform.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends exactly where it was announced to, and that fails when the bytes behind it do not. */
public final class AnnouncedBytes extends FilterInputStream {
    private final String key;
    private final long length;
    private long read;
    private boolean endSeen;

    /**
     * @param key what the bytes are called when the length is wrong
     * @param length in bytes, zero or more
     */
    public AnnouncedBytes(InputStream bytes, String key, long length) {
        super(bytes);
        if (length < 0) {
            throw new IllegalArgumentException("a length is zero or more: " + length);
        }
        this.key = key;
        this.length = length;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        if (read == length) {
            requireEnd();
            return -1;
        }
        int count = in.read(buffer, offset, (int) Math.min(most, length - read));
        if (count < 0) {
            throw WrongLength.tooShort(key, length, read);
        }
        read += count;
        return count;
    }

    /**
     * The next bytes in one array, without a copy on the way.
     *
     * @param count at most what is left of the announced bytes
     */
    public byte[] next(int count) throws IOException {
        var next = new byte[count];
        if (readNBytes(next, 0, count) < count) {
            throw new IllegalArgumentException(count + " bytes are more than there should be");
        }
        return next;
    }

    /** Makes sure, after the announced bytes were read, that no more follow. */
    public void requireEnd() throws IOException {
        if (!endSeen && in.read() >= 0) {
            throw WrongLength.tooLong(key, length);
        }
        endSeen = true;
    }

    @Override
    public long skip(long count) throws IOException {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
