package org.webinararchiver.core.web;

import java.io.IOException;
import java.io.Serial;

/** A host that may not be asked: it is private, loopback or otherwise not public, and nobody allowed it. */
public final class ForbiddenAddress extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    public ForbiddenAddress(String message) {
        super(message);
    }
}
