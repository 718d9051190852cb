package org.webinararchiver.compile.sound;

import java.io.Serial;

/** Sound can not be copied; the message says why, after "since". */
final class NotCopied extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    NotCopied(String reason) {
        super(reason);
    }

    NotCopied(String reason, Throwable cause) {
        super(reason, cause);
    }
}
