package org.webinararchiver.compile.text;

import java.io.Serial;

/** This Java can not draw text: a library that it needs is missing. */
public final class TextNotDrawn extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    TextNotDrawn(Throwable cause) {
        super("this Java can not draw text: " + cause, cause);
    }
}
