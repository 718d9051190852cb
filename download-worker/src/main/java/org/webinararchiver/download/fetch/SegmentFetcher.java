package org.webinararchiver.download.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.Failure.OurOutage.Remedy;
import org.webinararchiver.core.web.ForbiddenAddress;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.core.web.WebRequest;
import org.webinararchiver.download.DownloadSettings;
import org.webinararchiver.download.DownloadSettings.FileLimits;
import org.webinararchiver.platform.budget.ConnectionBudget.Permit;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.ObjectStoreException;
import org.webinararchiver.platform.storage.WrongLength;

/** Streams one segment from its host into the object store. */
@ApplicationScoped
public class SegmentFetcher {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;
    private static final String LATER = "Submit the link again later; what is stored is not fetched again.";

    private final Web web;
    private final BodyStore bodies;
    private final StoredCheck check;
    private final FileLimits limits;

    @Inject
    public SegmentFetcher(Web web, ObjectStore store, DownloadSettings settings) {
        this(web, store, settings.file());
    }

    SegmentFetcher(Web web, ObjectStore store, FileLimits limits) {
        this.web = web;
        this.bodies = new BodyStore(store);
        this.check = new StoredCheck(store);
        this.limits = limits;
    }

    /** @param connection is told how the origin took it; stays open */
    FetchOutcome fetch(SegmentRequest request, Permit connection) {
        var report = new OriginReport(connection);
        try (var answer = ask(request, report)) {
            if (!answer.succeeded()) {
                report.answered(answer);
                return new FetchOutcome.Failed(refusal(request, answer));
            }
            long length = store(request, answer, report);
            return checked(request, length);
        } catch (ForbiddenAddress e) {
            return new FetchOutcome.Failed(new Failure.OfTask(
                    "forbidden-address",
                    e.getMessage(),
                    "Links may only lead to public addresses, unless the operator allows a host."));
        } catch (UnexpectedContent e) {
            return new FetchOutcome.Failed(new Failure.OfTask(
                    "unexpected-content",
                    "%s answered something else: %s.".formatted(request.url(), e.getMessage()),
                    "Open the recording in a browser; if this part is seen there, submit the link again later."));
        } catch (FileTooLarge e) {
            return new FetchOutcome.Failed(new Failure.OfTask(
                    "too-large",
                    "%s is refused: %s.".formatted(request.url(), e.getMessage()),
                    "If the file is meant to be so large, raise archiver.download.file.most-bytes."));
        } catch (TooSlow e) {
            return new FetchOutcome.Failed(new Failure.Retryable(
                    "too-slow", "%s was given up: %s.".formatted(request.url(), e.getMessage()), LATER));
        } catch (WrongLength e) {
            return brokenOff(request, e);
        } catch (ObjectStoreException e) {
            return new FetchOutcome.Failed(e.failure());
        } catch (NotKept e) {
            return new FetchOutcome.Failed(new Failure.OurOutage(
                    "storage-fails",
                    e.getMessage(),
                    "Look whether the disks of the object store and of this worker have room.",
                    Remedy.OPERATOR));
        } catch (IOException e) {
            return brokenOff(request, e);
        }
    }

    private static FetchOutcome brokenOff(SegmentRequest request, IOException e) {
        return new FetchOutcome.Failed(new Failure.Retryable(
                "broken-off", "%s broke off: %s".formatted(request.url(), e.getMessage()), LATER));
    }

    private WebAnswer ask(SegmentRequest request, OriginReport report) throws IOException {
        try {
            return web.get(WebRequest.to(request.url()).withHeaders(request.headers()));
        } catch (IOException e) {
            report.failed(e);
            throw e;
        }
    }

    private long store(SegmentRequest request, WebAnswer answer, OriginReport report) throws IOException {
        var body = new OriginBody(new LimitedBody(answer.body(), limits, System::nanoTime));
        try {
            var checked = Content.checked(body, request.kind());
            long length = bodies.store(request.objectKey(), checked, answer.length());
            report.answered(answer);
            return length;
        } catch (UnexpectedContent e) {
            report.answered(answer);
            throw e;
        } catch (IOException e) {
            body.failure().ifPresent(report::failed);
            throw body.failure().isPresent() || e instanceof ObjectStoreException ? e : new NotKept(e);
        }
    }

    private FetchOutcome checked(SegmentRequest request, long length) throws IOException {
        try {
            return check.outcome(request, length);
        } catch (ObjectStoreException e) {
            throw e;
        } catch (IOException e) {
            throw new NotKept(e);
        }
    }

    /** Neither the origin nor the store said no; what is left is a disk. */
    private static final class NotKept extends IOException {
        @Serial
        private static final long serialVersionUID = 1;

        NotKept(IOException cause) {
            super("A media file could not be kept: " + cause.getMessage(), cause);
        }
    }

    private static Failure refusal(SegmentRequest request, WebAnswer answer) {
        var status = answer.status();
        var message = "%s answered %d.".formatted(request.url(), status);
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
