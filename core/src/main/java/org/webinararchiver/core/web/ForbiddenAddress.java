package org.webinararchiver.core.web;

import java.io.IOException;
import java.io.Serial;

/**
 * An address that may not be asked: it is private, loopback or otherwise not public, and nobody allowed it; or it is
 * not the plain address of something in the web. Asking again changes nothing.
 */
public final class ForbiddenAddress extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String advice;

    public ForbiddenAddress(String message) {
        this(message, "Links may only lead to public web addresses, unless the operator allows a host.");
    }

    /** @param advice what the person who asked can do about it */
    public ForbiddenAddress(String message, String advice) {
        super(message);
        this.advice = advice;
    }

    /** What the person who asked can do about it. */
    public String advice() {
        return advice;
    }
}
