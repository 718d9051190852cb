package org.webinararchiver.compile.measure;

import java.io.Serial;

/** A finished file that is not what it should be; the message says in what. */
public final class Flaw extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    public Flaw(String message) {
        super(message);
    }

    public Flaw(String message, Throwable cause) {
        super(message, cause);
    }
}
