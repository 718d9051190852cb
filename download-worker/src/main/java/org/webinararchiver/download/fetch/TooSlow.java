package org.webinararchiver.download.fetch;

import java.io.IOException;
import java.io.Serial;

/** A host sends so little that the file would never be whole; other ways of asking may be quicker. */
final class TooSlow extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    TooSlow(long bytes) {
        super("only %,d bytes came within a minute".formatted(bytes));
    }
}
