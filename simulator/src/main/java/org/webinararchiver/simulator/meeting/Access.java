package org.webinararchiver.simulator.meeting;

import java.util.Objects;

/** Who may see a recording. */
public sealed interface Access {

    /** Everybody. */
    record Open() implements Access {}

    /**
     * Who shows one of two secrets; others are refused.
     *
     * @param sessionId the cookie {@code sessionId} of somebody who was invited
     * @param recordAccessToken the token in a link that was shared, 32 hexadecimal digits
     */
    record Closed(String sessionId, String recordAccessToken, Refusal refusal) implements Access {
        public Closed {
            Objects.requireNonNull(sessionId);
            Objects.requireNonNull(refusal);
            if (!recordAccessToken.matches("[0-9a-f]{32}")) {
                throw new IllegalArgumentException("not a token: " + recordAccessToken);
            }
        }
    }

    /** How the platform says no; both forms were seen. */
    enum Refusal {
        /** HTTP 403. */
        STATUS,
        /** HTTP 200 whose body is an error of code 403. */
        BODY
    }
}
