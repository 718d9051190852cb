package org.webinararchiver.platform.catalog;

import java.io.Serial;
import java.util.UUID;

/** There is no such recording, or not any more. */
public final class NoSuchRecording extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public NoSuchRecording(UUID id) {
        super("there is no recording " + id);
    }
}
