package org.webinararchiver.download.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.Failure.OurOutage.Remedy;
import org.webinararchiver.core.web.ForbiddenAddress;
import org.webinararchiver.core.web.NotAsked;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.download.web.OriginName;
import org.webinararchiver.platform.budget.OriginRests;
import org.webinararchiver.platform.storage.ObjectStoreException;
import org.webinararchiver.platform.storage.WrongLength;

/** What it means for a file that fetching it ended so. */
final class FetchFailure {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;
    private static final String LATER = "Submit the link again later; what is stored is not fetched again.";

    /** What would be the same when asked again. */
    private static final List<Class<? extends IOException>> ENDINGS = List.of(
            ForbiddenAddress.class,
            NotAsked.class,
            UnexpectedContent.class,
            FileTooLarge.class,
            TooSlow.class,
            WrongRange.class,
            FileChanged.class,
            NotKept.class);

    private FetchFailure() {}

    static Failure of(URI url, IOException e) {
        return switch (e) {
            case Refused refused -> refused.failure();
            case ForbiddenAddress forbidden ->
                new Failure.OfTask("forbidden-address", e.getMessage(), forbidden.advice());
            case NotAsked closed -> closed.failure();
            case UnexpectedContent other ->
                new Failure.OfTask(
                        "unexpected-content",
                        "%s answered something else: %s.".formatted(url, e.getMessage()),
                        "Open the recording in a browser; if this part is seen there, submit the link again later.");
            case FileTooLarge large ->
                new Failure.OfTask(
                        "too-large",
                        "%s is refused: %s.".formatted(url, e.getMessage()),
                        "If the file is meant to be so large, raise archiver.download.file.most-bytes.");
            case TooSlow slow ->
                new Failure.Retryable("too-slow", "%s was given up: %s.".formatted(url, e.getMessage()), LATER);
            case WrongRange wrong ->
                new Failure.Retryable("wrong-range", "%s is not believed: %s.".formatted(url, e.getMessage()), LATER);
            case FileChanged changed ->
                new Failure.Retryable("file-changes", "%s is given up: %s.".formatted(url, e.getMessage()), LATER);
            case WrongLength wrong -> brokenOff(url, e);
            case ObjectStoreException store -> store.failure();
            case NotKept disk ->
                new Failure.OurOutage(
                        "storage-fails",
                        e.getMessage(),
                        "Look whether the disks of the object store and of this worker have room.",
                        Remedy.OPERATOR);
            default -> brokenOff(url, e);
        };
    }

    private static Failure brokenOff(URI url, IOException e) {
        return new Failure.Retryable("broken-off", "%s broke off: %s".formatted(url, e.getMessage()), LATER);
    }

    /** Whether what broke may go on at once, as soon as the budget has a connection. */
    static boolean mayPassAtOnce(IOException e) {
        return switch (e) {
            case Refused refused -> refused.failure() instanceof Failure.Retryable;
            case WrongLength tooShort -> true;
            case ObjectStoreException ours -> false;
            default -> ENDINGS.stream().noneMatch(ending -> ending.isInstance(e));
        };
    }

    /** The origin was asked, did not send all, and wants a rest before it is asked for what is left. */
    static Failure restsHalfway(URI url, Duration rest) {
        return new Failure.Retryable(
                "origin-busy", "%s broke off, and its host asks for a rest.".formatted(url), LATER, rest);
    }

    /** The origin wants a rest before it is asked for the first time. */
    static Failure.NotNow rests(URI url, OriginRests e) {
        return new Failure.NotNow(
                "origin-rests",
                "%s asked to be left alone for a while.".formatted(OriginName.of(url)),
                "Nothing needs to be done; it goes on by itself.",
                e.rest());
    }

    /** What a status that is no success means. */
    static Failure refusal(URI url, WebAnswer answer) {
        var status = answer.status();
        var message = "%s answered %d.".formatted(url, status);
        if (status >= 500 || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT) {
            return new Failure.Retryable(
                    "origin-busy",
                    message,
                    LATER,
                    OriginReport.retryAfter(answer).orElse(Duration.ZERO));
        }
        return new Failure.OfTask(
                "origin-refuses",
                message,
                "Open the recording in a browser; if this part plays there, submit the link again later.");
    }
}
