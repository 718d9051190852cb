package org.webinararchiver.embedded;

import java.util.Objects;

/** A server of our own did not start or stop. The message says what happened, the advice what the user can do. */
public final class EmbeddedServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String advice;

    public EmbeddedServerException(String problem, String advice) {
        this(problem, advice, null);
    }

    public EmbeddedServerException(String problem, String advice, Throwable cause) {
        super(problem + "\n" + advice, cause);
        this.advice = Objects.requireNonNull(advice);
    }

    /** What the user can do about it, in whole sentences; it is also the end of the message. */
    public String advice() {
        return advice;
    }
}
