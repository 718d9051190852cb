package org.webinararchiver.core.web;

import java.io.IOException;
import java.io.Serial;
import org.webinararchiver.core.failure.Failure;

/**
 * A request that was not sent, for a reason that says nothing about where it leads: the way there is closed, or its
 * host is left alone for a while.
 */
public final class NotAsked extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Failure.NoAttempt failure;

    public NotAsked(Failure.NoAttempt failure) {
        super(failure.message());
        this.failure = failure;
    }

    public Failure.NoAttempt failure() {
        return failure;
    }
}
