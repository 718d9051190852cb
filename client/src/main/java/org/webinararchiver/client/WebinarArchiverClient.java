package org.webinararchiver.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An archiver, asked over its REST API. May be used by many threads.
 *
 * <p>All methods wait for the answer. They throw a {@link ProblemException} when the archiver refuses, an
 * {@link UnreachableException} when it does not answer although it was asked several times, and an
 * {@link InterruptedCall} when the thread is interrupted meanwhile.
 */
public final class WebinarArchiverClient implements AutoCloseable {
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final int MOST_OF_A_PAGE = 200;

    private final HttpClient http;
    private final ClientSettings settings;
    private final Calls calls;

    public WebinarArchiverClient(ClientSettings settings) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TO_CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        this.settings = settings;
        this.calls = new Calls(http, settings);
    }

    /** One at this address, for example {@code http://localhost:8080}. */
    public static WebinarArchiverClient at(URI archiver) {
        return new WebinarArchiverClient(ClientSettings.of(archiver));
    }

    /** Submits a link. It is submitted once, however often the connection breaks meanwhile. */
    public Recording submit(Submission submission) {
        return submit(submission, UUID.randomUUID().toString());
    }

    /**
     * Submits a link under a key of the caller: with the same key and the same submission it is submitted once within
     * 24 hours, whoever calls.
     *
     * @param idempotencyKey 1 to 200 visible ASCII characters
     */
    public Recording submit(Submission submission, String idempotencyKey) {
        var request = calls.request("/recordings")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(Json.write(submission)));
        return calls.json(request.build(), Calls.Repeating.HARMLESS, Recording.class);
    }

    /** Submits many links at once, at most 10,000. */
    public Batch submitAll(List<Submission> submissions) {
        var request = calls.request("/recordings/batch")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(new Many(submissions))));
        return calls.json(request.build(), Calls.Repeating.UNLESS_ARRIVED, Batch.class);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Many(List<Submission> recordings) {}

    /** The recordings, newest first, without gaps and artifacts; fetched as the stream is consumed. */
    public Stream<Recording> list(Search search) {
        return StreamSupport.stream(new Pages(cursor -> page(search, cursor)), false);
    }

    private Pages.Page page(Search search, String cursor) {
        var query = new StringJoiner("&", "?", "").add("limit=" + MOST_OF_A_PAGE);
        search.states().forEach(state -> query.add("state=" + state));
        add(query, "source", search.source());
        add(query, "text", search.text());
        add(query, "cursor", cursor.isEmpty() ? null : cursor);
        return calls.json(calls.request("/recordings" + query).build(), Calls.Repeating.HARMLESS, Pages.Page.class);
    }

    private static void add(StringJoiner query, String name, String value) {
        if (value != null) {
            query.add(name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    public Recording show(UUID id) {
        return calls.json(calls.request("/recordings/" + id).build(), Calls.Repeating.HARMLESS, Recording.class);
    }

    /**
     * What there is of a recording when, which is known as soon as it has a title.
     *
     * @throws ProblemException with the reason {@code no-timeline-yet} before that
     */
    public Timeline timeline(UUID id) {
        return calls.json(
                calls.request("/recordings/" + id + "/timeline").build(), Calls.Repeating.HARMLESS, Timeline.class);
    }

    /**
     * Follows a recording until it has ended, and answers how it ended.
     *
     * @param listener gets the present state and each change of it, in the calling thread
     */
    public Recording follow(UUID id, Consumer<Recording> listener) {
        try {
            new Following(calls, settings, id, listener).toTheEnd();
            return show(id);
        } catch (InterruptedException e) {
            throw InterruptedCall.of(e);
        }
    }

    /** Stops all work at a recording. One that has ended is left as it is. */
    public Recording cancel(UUID id) {
        return act(id, "cancel");
    }

    /** Takes up one that failed or was cancelled. */
    public Recording retry(UUID id) {
        return act(id, "retry");
    }

    /** Begins nothing more of it until it is resumed. */
    public Recording pause(UUID id) {
        return act(id, "pause");
    }

    public Recording resume(UUID id) {
        return act(id, "resume");
    }

    private Recording act(UUID id, String verb) {
        var request = calls.request("/recordings/" + id + '/' + verb).POST(BodyPublishers.noBody());
        return calls.json(request.build(), Calls.Repeating.HARMLESS, Recording.class);
    }

    /** Removes a recording with all its files. */
    public void delete(UUID id) {
        calls.answered(calls.request("/recordings/" + id).DELETE().build(), Calls.Repeating.HARMLESS);
    }

    /**
     * Fetches a finished file, in place of the one that is there. What came before a broken connection is not fetched
     * again.
     *
     * @throws IOException when it cannot be written, or the archiver breaks off again and again
     */
    public Path download(Artifact artifact, Path file) throws IOException {
        return new Download(calls, settings, calls.address(artifact.url()), file).whole();
    }

    /**
     * Asks for what this client has no method for.
     *
     * @param path with a slash at its beginning, for example {@code /api/v1/organisations}
     * @param body written as JSON; null for none
     * @param within how long to wait for the answer
     * @param type of the answer; {@code Void} where nothing is read of it, which then is null
     */
    public <T> T call(String method, String path, Object body, Duration within, Class<T> type) {
        var request = calls.to(calls.address(path))
                .timeout(within)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.write(body)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (type == Void.class) {
            calls.answered(request.build(), Calls.Repeating.UNLESS_ARRIVED);
            return null;
        }
        return calls.json(request.build(), Calls.Repeating.UNLESS_ARRIVED, type);
    }

    /** Ends the connections. */
    @Override
    public void close() {
        http.shutdownNow();
    }
}
