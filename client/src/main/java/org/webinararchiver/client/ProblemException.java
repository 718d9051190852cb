package org.webinararchiver.client;

import java.io.Serial;

/** The archiver refused, and says why and what to do, as RFC 9457 has it. */
public final class ProblemException extends ArchiverException {
    @Serial
    private static final long serialVersionUID = 1;

    private final int status;
    private final String reason;
    private final String title;
    private final String advice;

    ProblemException(int status, String reason, String title, String advice) {
        super(advice.isEmpty() ? title : title + " " + advice, null);
        this.status = status;
        this.reason = reason;
        this.title = title;
        this.advice = advice;
    }

    /** The status of HTTP, 400 or more. */
    public int status() {
        return status;
    }

    /** A stable word for programs, for example {@code other-file-under-way}; empty when the server gave none. */
    public String reason() {
        return reason;
    }

    /** What is wrong, for a person. */
    public String title() {
        return title;
    }

    /** What to do about it; may be empty. */
    public String advice() {
        return advice;
    }
}
