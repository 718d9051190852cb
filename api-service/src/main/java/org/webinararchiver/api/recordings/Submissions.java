package org.webinararchiver.api.recordings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.regex.Pattern;
import org.webinararchiver.api.problem.Problem;
import org.webinararchiver.platform.intake.IdempotentIntake;
import org.webinararchiver.platform.intake.Intake;
import org.webinararchiver.sources.Sources;

/** Takes in what is submitted, once for a key where there is one. */
@ApplicationScoped
public class Submissions {
    private static final Pattern KEY = Pattern.compile("[!-~]{1,200}");

    private final Sources sources;
    private final Intake intake;
    private final IdempotentIntake withKeys;

    public Submissions(Sources sources, Intake intake, IdempotentIntake withKeys) {
        this.sources = sources;
        this.intake = intake;
        this.withKeys = withKeys;
    }

    /**
     * The recording's id.
     *
     * @param key {@code Idempotency-Key}; null when there is none
     * @throws jakarta.ws.rs.WebApplicationException when it is no submission
     */
    UUID take(String owner, String key, Submission submitted) {
        var submission = Submission.required(submitted);
        var options = submission.rendition();
        var link = sources.recognise(submission.link())
                .orElseThrow(() -> Problem.badRequest(
                        "not-a-recording-link",
                        "This is not a link to a recording of a known platform.",
                        "Known forms: " + String.join(", ", sources.linkForms())))
                .with(submission.pass());
        return key == null
                ? intake.submit(owner, link, options).id()
                : withKeys.submit(owner, checked(key), link, options);
    }

    private static String checked(String key) {
        if (!KEY.matcher(key).matches()) {
            throw Problem.badRequest(
                    "not-a-key",
                    "The header Idempotency-Key is 1 to 200 letters, digits and signs.",
                    "Use for example a UUID, another one for each submission.");
        }
        return key;
    }
}
