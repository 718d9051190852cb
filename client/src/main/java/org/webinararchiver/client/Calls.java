package org.webinararchiver.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;

/** Requests to one archiver: tried again where that does no harm, and refusals told as exceptions. */
final class Calls {
    /** What is said by archivers that are starting, ending or in passing trouble, and by what stands before them. */
    private static final Set<Integer> TRY_AGAIN = Set.of(500, 502, 503, 504);

    private final HttpClient http;
    private final ClientSettings settings;

    Calls(HttpClient http, ClientSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    /** Whether a request may reach the archiver twice. */
    enum Repeating {
        /** It does the same when it comes twice. */
        HARMLESS,
        /** Only when it surely did not arrive. */
        UNLESS_ARRIVED
    }

    /** A request of this path and query, below {@code /api/v1}. */
    HttpRequest.Builder request(String path) {
        return to(address("/api/v1" + path));
    }

    /** A request of an address; only the archiver's own gets the key. */
    HttpRequest.Builder to(URI address) {
        var request = HttpRequest.newBuilder(address).timeout(settings.answer());
        if (isOurs(address)) {
            request.header("X-Webinar-Archiver", "1");
            settings.headers().forEach(request::setHeader);
            settings.apiKey().ifPresent(key -> request.header("Authorization", "Bearer " + key));
        }
        return request;
    }

    /** Where something is that the archiver names by its path or its whole address. */
    URI address(String pathOrAddress) {
        return settings.archiver().resolve(pathOrAddress);
    }

    private boolean isOurs(URI address) {
        var own = settings.archiver();
        return own.getScheme().equals(address.getScheme()) && own.getAuthority().equals(address.getAuthority());
    }

    /**
     * The answer, read as this type.
     *
     * @throws ProblemException when the archiver refuses
     * @throws UnreachableException when it does not answer
     */
    <T> T json(HttpRequest request, Repeating repeating, Class<T> type) {
        var answer = answered(request, repeating);
        try {
            return Json.read(answer.body(), type);
        } catch (IOException noJson) {
            throw new UnreachableException(settings.archiver(), noJson);
        }
    }

    /** The answer of status below 400, whole. */
    HttpResponse<byte[]> answered(HttpRequest request, Repeating repeating) {
        var answer = send(request, repeating, BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 400) {
            throw Problem.of(answer);
        }
        return answer;
    }

    /** The answer, of whatever status. */
    <T> HttpResponse<T> send(HttpRequest request, Repeating repeating, BodyHandler<T> body) {
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    var answer = http.send(request, body);
                    if (attempt >= settings.attempts()
                            || repeating != Repeating.HARMLESS
                            || !TRY_AGAIN.contains(answer.statusCode())) {
                        return answer;
                    }
                } catch (IOException e) {
                    if (attempt >= settings.attempts() || !mayBeRepeated(repeating, e)) {
                        throw new UnreachableException(settings.archiver(), e);
                    }
                }
                Thread.sleep(pauseAfter(attempt));
            }
        } catch (InterruptedException e) {
            throw InterruptedCall.of(e);
        }
    }

    private static boolean mayBeRepeated(Repeating repeating, IOException failure) {
        return switch (repeating) {
            case HARMLESS -> true;
            case UNLESS_ARRIVED ->
                failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException;
        };
    }

    /** @param attempt that failed, from 1 */
    Duration pauseAfter(int attempt) {
        return settings.firstPause().multipliedBy(1L << Math.min(attempt - 1, 10));
    }
}
