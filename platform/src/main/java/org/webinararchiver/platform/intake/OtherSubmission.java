package org.webinararchiver.platform.intake;

import java.io.Serial;

/** A key that was to make a submission unmistakable came with another submission before. */
public final class OtherSubmission extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    OtherSubmission() {
        super("This key came with another submission before.");
    }
}
