package org.webinararchiver.download.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.web.NotAsked;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.core.web.WebRequest;
import org.webinararchiver.platform.storage.AnnouncedBytes;
import org.webinararchiver.sources.hls.Piece.Part;

/** The many requests of one twin, for several threads at once. A broken one is repeated. */
final class TwinWeb {
    /** Requests for the same within an attempt. */
    private static final int TRIES = 3;

    private final BudgetedWeb web;
    private final Map<String, String> headers;
    private volatile boolean wasAsked;

    TwinWeb(BudgetedWeb web, Map<String, String> headers) {
        this.web = web;
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
                    throw new FailureException(failure(url, e), e);
                }
                wasAsked = true;
            }
        }
    }

    private <T> T once(URI url, Optional<Part> part, Reader<T> reader) throws IOException, FailureException {
        try (var answer = web.get(request(url, part))) {
            wasAsked = true;
            if (!answer.succeeded()) {
                throw new Refused(FetchFailure.refusal(url, answer));
            }
            return reader.read(answer, body(answer, part));
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

    private static InputStream body(WebAnswer answer, Optional<Part> part) throws IOException {
        if (part.isEmpty()) {
            return answer.body();
        }
        var asked = rangeOf(part.get());
        if (!ContentRange.in(answer).map(ContentRange::range).equals(Optional.of(asked))) {
            throw new WrongRange(asked.header(), answer);
        }
        return new AnnouncedBytes(answer.body(), "a piece", part.get().length());
    }

    /** A host that wants a rest before it is asked for the first time costs no attempt. */
    private Failure failure(URI url, IOException e) {
        return wasAsked && e instanceof NotAsked resting && resting.failure() instanceof Failure.NotNow later
                ? FetchFailure.restsHalfway(url, later.pause())
                : FetchFailure.of(url, e);
    }
}
