package org.webinararchiver.download.fetch;

import java.io.IOException;
import java.io.Serial;

/** A file has more bytes than any may have. */
final class FileTooLarge extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    FileTooLarge(long most) {
        super("it has more than %,d bytes".formatted(most));
    }
}
