package org.webinararchiver.api.recordings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.webinararchiver.api.access.Submitter;

/** Takes in what comes by message, as what comes over HTTP. */
@ApplicationScoped
public class SubmissionsByMessage {
    private final Submissions submissions;

    public SubmissionsByMessage(Submissions submissions) {
        this.submissions = submissions;
    }

    /**
     * The recording's id.
     *
     * @param key by which the same submission is recognised; empty for none
     * @throws jakarta.ws.rs.WebApplicationException when it is no submission
     */
    public UUID take(String owner, Optional<String> key, Submission submitted) {
        return submissions.take(Submitter.byMessage(owner), key.orElse(null), submitted);
    }
}
