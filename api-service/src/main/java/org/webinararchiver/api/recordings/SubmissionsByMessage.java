package org.webinararchiver.api.recordings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.webinararchiver.api.problem.Problem;
import org.webinararchiver.platform.intake.Intake;
import org.webinararchiver.sources.Sources;

/** Takes in what comes by message, as what comes over HTTP. */
@ApplicationScoped
public class SubmissionsByMessage {
    private final Sources sources;
    private final Intake intake;

    public SubmissionsByMessage(Sources sources, Intake intake) {
        this.sources = sources;
        this.intake = intake;
    }

    /**
     * The recording's id.
     *
     * @throws jakarta.ws.rs.WebApplicationException when it is no submission
     */
    public UUID take(String owner, Submission submitted) {
        var submission = Submission.required(submitted);
        var link = sources.recognise(submission.link())
                .orElseThrow(() -> Problem.badRequest(
                        "not-a-recording-link",
                        "This is not a link to a recording of a known platform.",
                        "Known forms: " + String.join(", ", sources.linkForms())));
        return intake.submit(owner, link.with(submission.pass())).id();
    }
}
