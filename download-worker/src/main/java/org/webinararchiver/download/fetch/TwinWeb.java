package org.webinararchiver.download.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.core.web.WebRequest;
import org.webinararchiver.download.DownloadSettings.FileLimits;
import org.webinararchiver.download.web.OriginName;
import org.webinararchiver.platform.budget.ConnectionBudget;
import org.webinararchiver.platform.budget.OriginRests;
import org.webinararchiver.platform.storage.AnnouncedBytes;
import org.webinararchiver.sources.hls.Piece.Part;

/**
 * The many requests of one twin, for several threads at once. Each needs a connection of the budget; a broken one is
 * repeated.
 */
final class TwinWeb {
    /** Requests for the same within an attempt. */
    private static final int TRIES = 3;

    private final Web web;
    private final ConnectionBudget budget;
    private final Duration patience;
    private final FileLimits limits;
    private final Map<String, String> headers;
    private volatile boolean wasAsked;

    TwinWeb(Web web, ConnectionBudget budget, Duration patience, FileLimits limits, Map<String, String> headers) {
        this.web = web;
        this.budget = budget;
        this.patience = patience;
        this.limits = limits;
        this.headers = headers;
    }

    /** Makes something of an answer; begins anew when it is asked again. */
    interface Reader<T> {
        T read(WebAnswer answer, InputStream body) throws IOException, FailureException;
    }

    /** @throws FailureException when there is no answer of which the reader could make something */
    <T> T ask(URI url, Optional<Part> part, Reader<T> reader) throws FailureException, InterruptedException {
        for (int tries = 1; true; tries++) {
            try {
                return once(url, part, reader);
            } catch (IOException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedException("the rest is left");
                }
                if (tries == TRIES || !FetchFailure.mayPassAtOnce(e)) {
                    throw new FailureException(FetchFailure.of(url, e), e);
                }
            }
        }
    }

    private <T> T once(URI url, Optional<Part> part, Reader<T> reader)
            throws IOException, FailureException, InterruptedException {
        try (var connection = budget.acquire(OriginName.of(url), patience)) {
            wasAsked = true;
            var report = new OriginReport(connection);
            try (var answer = web.get(request(url, part))) {
                var read =
                        answer.succeeded() ? Optional.of(reader.read(answer, body(answer, part))) : Optional.<T>empty();
                report.answered(answer);
                return read.orElseThrow(() -> new Refused(FetchFailure.refusal(url, answer)));
            } catch (IOException e) {
                report.failed(e);
                throw e;
            }
        } catch (OriginRests e) {
            throw new FailureException(wasAsked ? FetchFailure.restsHalfway(url, e) : FetchFailure.rests(url, e), e);
        }
    }

    private WebRequest request(URI url, Optional<Part> part) {
        var whole = WebRequest.to(url).withHeaders(headers);
        return part.map(bytes ->
                        whole.withHeaders(Map.of("Range", rangeOf(bytes).header())))
                .orElse(whole);
    }

    private static ByteRange rangeOf(Part part) {
        return ByteRange.of(part.offset(), part.length());
    }

    private InputStream body(WebAnswer answer, Optional<Part> part) throws IOException {
        var body = new LimitedBody(answer.body(), limits, System::nanoTime);
        if (part.isEmpty()) {
            return body;
        }
        var asked = rangeOf(part.get());
        if (!ContentRange.in(answer).map(ContentRange::range).equals(Optional.of(asked))) {
            throw new WrongRange(asked.header(), answer);
        }
        return new AnnouncedBytes(body, "a piece", part.get().length());
    }
}
