package org.webinararchiver.api.recordings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.webinararchiver.api.access.Submitter;
import org.webinararchiver.api.audit.Action;
import org.webinararchiver.api.audit.AuditLog;
import org.webinararchiver.api.audit.Deed;
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
    private final AuditLog audit;

    public Submissions(Sources sources, Intake intake, IdempotentIntake withKeys, AuditLog audit) {
        this.audit = audit;
        this.sources = sources;
        this.intake = intake;
        this.withKeys = withKeys;
    }

    /**
     * The recording's id. That it was submitted is noted in the same transaction.
     *
     * @param key {@code Idempotency-Key}; null when there is none
     * @throws jakarta.ws.rs.WebApplicationException when it is no submission
     */
    @Transactional
    UUID take(Submitter submitter, String key, Submission submitted) {
        var submission = Submission.required(submitted);
        var options = submission.rendition();
        var link = sources.recognise(submission.link())
                .orElseThrow(() -> Problem.badRequest(
                        "not-a-recording-link",
                        "This is not a link to a recording of a known platform.",
                        "Known forms: " + String.join(", ", sources.linkForms())))
                .with(submission.pass());
        var owner = submitter.owner();
        var allowance = submitter.allowance();
        var id = key == null
                ? intake.submit(owner, link, options, allowance).id()
                : withKeys.submit(owner, checked(key), link, options, allowance);
        audit.note(
                submitter.actor(), Deed.to(id, Action.SUBMIT, link.link().page().toString()));
        return id;
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
