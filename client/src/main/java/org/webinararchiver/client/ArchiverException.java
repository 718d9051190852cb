package org.webinararchiver.client;

import java.io.Serial;

/** Why a call to an archiver did not give what was asked for. */
public abstract sealed class ArchiverException extends RuntimeException
        permits ProblemException, UnreachableException, InterruptedCall {
    @Serial
    private static final long serialVersionUID = 1;

    ArchiverException(String message, Throwable cause) {
        super(message, cause);
    }
}
