package org.webinararchiver.api.recordings;

import org.webinararchiver.api.problem.ExpectedBody;
import org.webinararchiver.core.secret.Pass;

/**
 * What is submitted.
 *
 * @param link as it was copied from the browser
 * @param sessionId of a private recording; may be absent
 */
public record Submission(String link, String sessionId) {

    /** A body that is {@code null}, or without a link, is nothing that could be submitted. */
    static Submission required(Submission submitted) {
        if (submitted == null || submitted.link() == null) {
            throw ExpectedBody.SUBMISSION.refused("The field link is missing.");
        }
        return submitted;
    }

    Pass pass() {
        return sessionId == null || sessionId.isBlank() ? Pass.NONE : Pass.of("sessionId", sessionId.strip());
    }

    /** Leaves the session id out, which opens what is private. */
    @Override
    public String toString() {
        return "Submission[link=" + link + "]";
    }
}
