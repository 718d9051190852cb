package org.webinararchiver.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;

/**
 * A link that is to be archived.
 *
 * @param link as it was copied from the browser
 * @param sessionId what opens a private recording; null for a public one
 * @param options what file is wanted; null for the usual one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Submission(String link, String sessionId, Options options) {
    public Submission {
        Objects.requireNonNull(link);
    }

    /** A public recording, of which the usual file is wanted. */
    public static Submission of(String link) {
        return new Submission(link, null, null);
    }

    public Submission withSessionId(String secret) {
        return new Submission(link, secret, options);
    }

    public Submission with(Options wanted) {
        return new Submission(link, sessionId, wanted);
    }

    /** Leaves the session id out, which opens what is private. */
    @Override
    public String toString() {
        return "Submission[link=" + link + ", options=" + options + "]";
    }
}
