package org.webinararchiver.sources.mtslink.log;

import java.io.Serial;

/** An event is not built as it should be. It is skipped and counted, so this carries no stack trace. */
public final class UnexpectedShape extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    public UnexpectedShape(String message) {
        super(message, null, false, false);
    }
}
