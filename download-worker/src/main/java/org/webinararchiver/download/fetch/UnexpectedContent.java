package org.webinararchiver.download.fetch;

import java.io.IOException;
import java.io.Serial;

/** What came is of no use, whatever the status said: often a page that asks to log in. */
final class UnexpectedContent extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    UnexpectedContent(String message) {
        super(message);
    }
}
