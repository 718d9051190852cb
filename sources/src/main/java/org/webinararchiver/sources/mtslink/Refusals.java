package org.webinararchiver.sources.mtslink;

import java.time.Clock;
import java.time.Duration;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.secret.Pass;
import org.webinararchiver.core.web.RetryAfter;
import org.webinararchiver.core.web.WebAnswer;

/** Puts the platform's refusals into words: what it said, and what the person who asked can do about it. */
final class Refusals {
    private static final String TRY_LATER = "Nothing needs to be done: it is tried again later.";
    private static final String HOW_TO_FIND_THE_SESSION_ID =
            "Log in to the platform in a browser, open the recording, then the developer tools (F12),"
                    + " Application → Cookies → sessionId, and pass its value with --session-id.";

    private final RetryAfter retryAfter;

    Refusals(Clock clock) {
        this.retryAfter = new RetryAfter(clock);
    }

    /** What an answer without success means. */
    Failure.OfAttempt ofAnswer(WebAnswer answer, Pass pass) {
        var pause = answer.header("retry-after").map(retryAfter::pause).orElse(Duration.ZERO);
        return ofCode(answer.status(), pause, pass);
    }

    /** What the code means that the platform puts into the body of a successful answer: the same as the HTTP status. */
    Failure.OfAttempt ofErrorInBody(int code, Pass pass) {
        return ofCode(code, Duration.ZERO, pass);
    }

    private static Failure.OfAttempt ofCode(int code, Duration pause, Pass pass) {
        return switch (code) {
            case 401, 403 -> isPrivate(pass);
            case 404, 410 -> notFound();
            case 408, 425, 429, 503 ->
                new Failure.Retryable("platform-busy", "The platform is busy (" + code + ").", TRY_LATER, pause);
            default -> code >= 500 ? platformFails(code, pause) : refused(code);
        };
    }

    private static Failure.OfAttempt isPrivate(Pass pass) {
        if (MetadataRequests.given(pass, MetadataRequests.SESSION_ID).isPresent()) {
            return new Failure.OfRecording(
                    "private",
                    "The recording is private and the platform does not accept this session id for it.",
                    "The session may have ended, or its user may not see this recording. "
                            + HOW_TO_FIND_THE_SESSION_ID);
        }
        return new Failure.OfRecording(
                "private",
                MetadataRequests.given(pass, MetadataRequests.ACCESS_TOKEN).isPresent()
                        ? "The recording is private and the platform does not accept the token at the end of its link."
                        : "The recording is private.",
                HOW_TO_FIND_THE_SESSION_ID);
    }

    static Failure.OfAttempt notFound() {
        return new Failure.OfRecording(
                "not-found",
                "The platform does not know this recording.",
                "Open the link in a browser: the recording may have been deleted, or the link may be cut off.");
    }

    private static Failure.OfAttempt platformFails(int code, Duration pause) {
        return new Failure.Retryable(
                "platform-error", "The platform failed to answer (" + code + ").", TRY_LATER, pause);
    }

    private static Failure.OfAttempt refused(int code) {
        return new Failure.OfRecording(
                "refused",
                "The platform refuses to tell about this recording (" + code + ").",
                "Open the link in a browser and check that the recording plays there.");
    }

    static Failure.OfAttempt unreadable() {
        return new Failure.Retryable(
                "metadata-unreadable",
                "What the platform answered is not a whole description of a recording.",
                "It is tried again later. If it stays so, open the link in a browser and check that it is a recording.");
    }

    static Failure.OfAttempt tooLarge(String what) {
        return new Failure.OfRecording(
                "metadata-too-large",
                "The description of the recording is larger than is allowed: " + what + ".",
                "No real recording is known to be as large; please report the link to the project. An operator can allow"
                        + " longer descriptions with ARCHIVER_METADATA_MOST_BYTES.");
    }

    static Failure.OfAttempt empty(int odd) {
        return new Failure.OfRecording(
                "empty",
                "The recording has no media files"
                        + (odd == 0 ? "." : "; " + odd + " of its events were not understood."),
                "Open the link in a browser and check that something plays there. A recording that has just ended may"
                        + " need some minutes until it is ready.");
    }
}
