package org.webinararchiver.api.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * Refuses bodies that announce that they are too large, in words, before anything of them is read. The limit of the
 * framework, which has no words, is above this one and stops those that announce nothing.
 */
@ApplicationScoped
public class BodyLimit {
    /** Of a list of links. */
    public static final int MOST_BYTES = 10 << 20;

    /** Of everything else. */
    private static final int USUAL_BYTES = 1 << 20;

    /** Before the framework looks at the length, see RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT of Quarkus. */
    private static final int FIRST = -3;

    private static final Pattern BATCH = Pattern.compile("/api/v1/recordings/batch/?");
    private static final int TOO_LARGE = 413;

    void install(@Observes Router router) {
        router.route("/api/*").order(FIRST).handler(this::check);
    }

    private void check(RoutingContext request) {
        var most = BATCH.matcher(request.normalizedPath()).matches() ? MOST_BYTES : USUAL_BYTES;
        if (announced(request) <= most) {
            request.next();
            return;
        }
        var problem = problem(most);
        // What still comes is thrown away: who has not sent all of it yet would not read the answer.
        request.request().resume();
        request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE.toString())
                .end(new JsonObject()
                        .put("type", problem.type())
                        .put("title", problem.title())
                        .put("status", problem.status())
                        .put("detail", problem.detail())
                        .encode());
    }

    private static long announced(RoutingContext request) {
        var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    /** What is told of a body with more bytes than this. */
    public static Problem problem(int mostBytes) {
        return Problem.of(
                TOO_LARGE,
                "too-large",
                "The body is larger than %d MB.".formatted(mostBytes >> 20),
                mostBytes == MOST_BYTES
                        ? "Send the list in several parts of up to 10,000 links."
                        : "Send one recording at a time, or a list to /api/v1/recordings/batch.");
    }
}
