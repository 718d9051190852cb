package org.webinararchiver.download.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Remembers that it broke: only so is a failure of the origin told from one of the store that reads from it. */
final class OriginBody extends FilterInputStream {
    private Optional<IOException> failure = Optional.empty();

    OriginBody(InputStream body) {
        super(body);
    }

    Optional<IOException> failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            failure = Optional.of(e);
            throw e;
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int most) throws IOException {
        try {
            return super.read(buffer, offset, most);
        } catch (IOException e) {
            failure = Optional.of(e);
            throw e;
        }
    }
}
