package org.webinararchiver.download.fetch;

import java.io.IOException;
import java.io.Serial;
import org.webinararchiver.core.web.WebAnswer;

/** An origin answered another range than it was asked for. */
final class WrongRange extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    WrongRange(String asked, WebAnswer answer) {
        super("asked for %s it sent '%s' in %s bytes"
                .formatted(
                        asked,
                        answer.header("content-range").orElse("no range"),
                        answer.header("content-length").orElse("an unknown number of")));
    }
}
