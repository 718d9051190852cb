package org.webinararchiver.api.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.UriInfo;

/** What the body of a request should be, for the words of a refusal. */
public enum ExpectedBody {
    SUBMISSION(
            "not-a-submission",
            "The body is not a submission.",
            "Send JSON such as {\"link\": \"https://…\"}, with a \"sessionId\" beside the link where the recording is"
                    + " private, and \"options\" such as {\"start\": \"PT10M\", \"maxDuration\": \"PT5M\", \"layout\":"
                    + " \"gallery\", \"quality\": \"720p\", \"chat\": false, \"hideSilent\": true, \"strict\": true, \"stems\": true}."),
    BATCH(
            "not-a-batch",
            "The body is not a batch.",
            "Send JSON such as {\"recordings\": [{\"link\": \"https://…\"}], \"options\": {\"quality\": \"720p\"}}, or a"
                    + " list of links with Content-Type: text/plain."),
    ORGANISATION(
            "not-an-organisation",
            "The body is not an organisation.",
            "Send JSON such as {\"name\": \"Our school\", \"token\": \"…\", \"since\": \"2025-01-31\"}; \"since\","
                    + " \"every\" (such as PT1H) and \"api\" may be left out."),
    LOOK(
            "not-a-look",
            "The body is not the days of a look.",
            "Send JSON such as {\"from\": \"2025-01-01\", \"to\": \"2025-01-31\"}, or no body for what is new."),
    EVENT(
            "not-an-event",
            "The body is not an event of the platform.",
            "Send JSON such as {\"event\": \"recordFile.ready\"}, of at most 64 KiB.");

    private final String reason;
    private final String title;
    private final String advice;

    ExpectedBody(String reason, String title, String advice) {
        this.reason = reason;
        this.title = title;
        this.advice = advice;
    }

    static ExpectedBody at(UriInfo uri) {
        var path = uri.getPath();
        if (path.contains("/webhooks/")) {
            return EVENT;
        }
        if (path.contains("/organisations")) {
            return path.endsWith("/look") ? LOOK : ORGANISATION;
        }
        return path.endsWith("/recordings/batch") ? BATCH : SUBMISSION;
    }

    /** @param what is wrong with it, a sentence; never words of the body */
    public WebApplicationException refused(String what) {
        return Problem.badRequest(reason, title + " " + what, advice);
    }

    String advice() {
        return advice;
    }
}
