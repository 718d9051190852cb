package org.webinararchiver.client;

import java.io.Serial;

/** The calling thread was interrupted; it still is. */
public final class InterruptedCall extends ArchiverException {
    @Serial
    private static final long serialVersionUID = 1;

    InterruptedCall(InterruptedException cause) {
        super("The call was interrupted.", cause);
    }

    /** Marks the thread as interrupted again, which whoever caught that has taken away. */
    static InterruptedCall of(InterruptedException caught) {
        Thread.currentThread().interrupt();
        return new InterruptedCall(caught);
    }
}
