package org.webinararchiver.sources.mtslink.organisation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.web.RetryAfter;
import org.webinararchiver.core.web.WebAnswer;

/** Puts the refusals of the organisation API into words. */
final class ApiRefusals {
    private static final String TRY_LATER = "Nothing needs to be done: it is tried again later.";
    private static final int FORBIDDEN = 403;
    private static final int READ_OF_A_REFUSAL = 64 << 10;

    /** A refusal that names it means that the platform is still busy with a conversion, and is no denial. */
    private static final String SIGN_OF_BEING_BUSY = "currentConversionID";

    private final RetryAfter retryAfter;

    ApiRefusals(Clock clock) {
        this.retryAfter = new RetryAfter(clock);
    }

    /** What an answer without success means. */
    Failure ofAnswer(WebAnswer answer) throws IOException {
        var pause = answer.header("retry-after").map(retryAfter::pause).orElse(Duration.ZERO);
        return answer.status() == FORBIDDEN && isBusy(answer) ? busy(FORBIDDEN, pause) : ofCode(answer.status(), pause);
    }

    private static boolean isBusy(WebAnswer answer) throws IOException {
        return new String(answer.body().readNBytes(READ_OF_A_REFUSAL), UTF_8).contains(SIGN_OF_BEING_BUSY);
    }

    /** The platform puts errors into the bodies of successful answers too; the codes mean the same. */
    Failure ofErrorInBody(int code) {
        return ofCode(code, Duration.ZERO);
    }

    private static Failure ofCode(int code, Duration pause) {
        return switch (code) {
            case 401, FORBIDDEN -> tokenRefused(code);
            case 404, 410 -> notThere(code);
            case 408, 425, 429, 503 -> busy(code, pause);
            default ->
                code >= 500
                        ? new Failure.Retryable(
                                "platform-error", "The platform failed to answer (" + code + ").", TRY_LATER, pause)
                        : refused(code);
        };
    }

    private static Failure busy(int code, Duration pause) {
        return new Failure.Retryable("platform-busy", "The platform is busy (" + code + ").", TRY_LATER, pause);
    }

    /** Where keys are made: "UserAPI для Встреч, Вебинаров и Курсов", help.mts-link.ru/article/25720. */
    private static Failure tokenRefused(int code) {
        return new Failure.OfTask(
                "token-refused",
                "The platform does not accept the organisation's token (" + code + ").",
                "In the platform's own pages, under Business (Бизнес) → API/Webhooks → API, see that the key is still"
                        + " there and may read records. With a new key, remove the organisation here and add it again.");
    }

    private static Failure notThere(int code) {
        return new Failure.OfTask(
                "not-the-organisation-api",
                "At this address there is no list of an organisation's recordings (" + code + ").",
                "The address ends in /v3, for example https://userapi.mts-link.ru/v3. Remove the organisation and add it"
                        + " again with the right one.");
    }

    private static Failure refused(int code) {
        return new Failure.OfTask(
                "listing-refused",
                "The platform refuses to list the organisation's recordings (" + code + ").",
                "Ask the platform's support why, or list the recordings there and submit their links.");
    }

    static Failure unreadable() {
        return new Failure.Retryable(
                "listing-unreadable",
                "What the platform answered is not a list of recordings.",
                "It is tried again later. If it stays so, check the address of the organisation's API.");
    }
}
