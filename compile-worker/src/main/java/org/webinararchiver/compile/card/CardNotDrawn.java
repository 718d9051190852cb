package org.webinararchiver.compile.card;

import java.io.Serial;

/** This Java can not draw text: a library that it needs is missing. */
public final class CardNotDrawn extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    CardNotDrawn(Throwable cause) {
        super("this Java can not draw text: " + cause, cause);
    }
}
