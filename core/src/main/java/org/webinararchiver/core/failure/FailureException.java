package org.webinararchiver.core.failure;

import java.io.Serial;

/** Carries a {@link Failure} to the place that decides between trying again and giving up. */
public final class FailureException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Failure failure;

    public FailureException(Failure failure) {
        this(failure, null);
    }

    public FailureException(Failure failure, Throwable cause) {
        super(failure.reason() + ": " + failure.message(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
