package org.webinararchiver.download.fetch;

import java.io.IOException;
import java.io.Serial;

/** Neither the origin nor the store said no; what is left is a disk. */
final class NotKept extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    NotKept(IOException cause) {
        super("A media file could not be kept: " + cause.getMessage(), cause);
    }
}
