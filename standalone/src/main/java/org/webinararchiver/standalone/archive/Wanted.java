package org.webinararchiver.standalone.archive;

import java.net.URI;
import org.webinararchiver.client.Submission;
import org.webinararchiver.core.link.RecognisedLink;
import org.webinararchiver.core.secret.Secret;

/**
 * A recording that the user wants.
 *
 * @param submission what is sent for it
 * @param page the link in its plain form, to name it by
 */
public record Wanted(Submission submission, URI page) {

    /**
     * This link, with its pass.
     *
     * @param text as the user wrote it, which may hold a pass of its own
     */
    public static Wanted of(String text, RecognisedLink link) {
        var submission = Submission.of(text);
        var sessionId = link.pass().secret("sessionId").map(Secret::value);
        return new Wanted(
                sessionId.map(submission::withSessionId).orElse(submission),
                link.link().page());
    }

    public Wanted with(org.webinararchiver.client.Options options) {
        return new Wanted(submission.with(options), page);
    }
}
