package org.webinararchiver.platform.budget;

import java.io.Serial;
import java.time.Duration;

/** An origin is left alone for longer than somebody wants to wait. */
public final class OriginRests extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final Duration rest;

    OriginRests(Duration rest) {
        super("nothing may be begun for " + rest);
        this.rest = rest;
    }

    /** For how long from now on. */
    public Duration rest() {
        return rest;
    }
}
