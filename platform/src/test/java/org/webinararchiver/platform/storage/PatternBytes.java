package org.webinararchiver.platform.storage;

import java.io.InputStream;

/** A stream of any length whose bytes tell their place, without holding them. */
final class PatternBytes extends InputStream {
    private final long end;
    private long position;

    PatternBytes(long length) {
        this(0, length);
    }

    PatternBytes(long start, long length) {
        this.position = start;
        this.end = start + length;
    }

    /** The byte at a place; a prime period, so that no power of two hides a shift. */
    static int at(long position) {
        return (int) (position % 251);
    }

    @Override
    public int read() {
        return position < end ? at(position++) : -1;
    }
}
