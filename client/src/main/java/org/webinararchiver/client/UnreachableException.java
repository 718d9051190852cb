package org.webinararchiver.client;

import java.io.Serial;
import java.net.URI;

/** Nobody answers, or what answers does not speak as an archiver does. */
public final class UnreachableException extends ArchiverException {
    @Serial
    private static final long serialVersionUID = 1;

    UnreachableException(URI archiver, Throwable cause) {
        super(
                "The archiver at %s does not answer (%s). Check its address and whether it runs."
                        .formatted(archiver, cause.getMessage() == null ? cause : cause.getMessage()),
                cause);
    }
}
