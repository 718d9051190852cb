package org.webinararchiver.api.recordings;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.webinararchiver.api.problem.ExpectedBody;
import org.webinararchiver.core.recording.RenditionOptions;
import org.webinararchiver.core.secret.Pass;

/** What is submitted. */
public record Submission(
        @Schema(
                required = true,
                description = "The link as it was copied from the browser.",
                examples = "https://my.mts-link.ru/12345678/987654321/record-new/1234567")
        String link,

        @Schema(
                description = "Of a private recording: the session id of somebody who may see it. It is kept sealed and"
                        + " never shown.")
        String sessionId,

        WantedOptions options) {
    private static final int LONGEST_SESSION = 4096;

    /** A body that is {@code null}, or without a link, is nothing that could be submitted. */
    static Submission required(Submission submitted) {
        if (submitted == null || submitted.link() == null) {
            throw ExpectedBody.SUBMISSION.refused("The field link is missing.");
        }
        return submitted;
    }

    /**
     * What opens it, if that is said.
     *
     * @throws IllegalArgumentException when it cannot be that, in words for a person
     */
    public static Pass pass(String sessionId) {
        if (sessionId == null || sessionId.isBlank()) {
            return Pass.NONE;
        }
        if (sessionId.length() > LONGEST_SESSION) {
            throw new IllegalArgumentException(
                    "The field sessionId has at most %d characters.".formatted(LONGEST_SESSION));
        }
        return Pass.of("sessionId", sessionId.strip());
    }

    Pass pass() {
        try {
            return pass(sessionId);
        } catch (IllegalArgumentException e) {
            throw ExpectedBody.SUBMISSION.refused(e.getMessage());
        }
    }

    RenditionOptions rendition() {
        return Optional.ofNullable(options).orElse(WantedOptions.NONE).checked(ExpectedBody.SUBMISSION);
    }

    /** Leaves the session id out, which opens what is private. */
    @Override
    public String toString() {
        return "Submission[link=" + link + "]";
    }
}
