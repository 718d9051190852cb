package org.webinararchiver.platform.storage;

import java.io.FilterInputStream;
import java.io.IOException;

/** A stream that fails after some bytes, as a connection does that is reset. */
final class BreakingStream extends FilterInputStream {
    private final IOException failure;

    BreakingStream(long good, IOException failure) {
        super(new PatternBytes(good));
        this.failure = failure;
    }

    @Override
    public int read() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw failure;
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int most) throws IOException {
        int count = in.read(buffer, offset, most);
        if (count < 0) {
            throw failure;
        }
        return count;
    }
}
