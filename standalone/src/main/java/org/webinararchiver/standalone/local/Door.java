package org.webinararchiver.standalone.local;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.webinararchiver.standalone.runtime.EngineTask;

/**
 * Lets those in who show the token of the data folder, and keeps note of them; everybody else only to what is served
 * for everybody, if anything is.
 */
@ApplicationScoped
public class Door {
    /** Before anything else looks at a request. */
    private static final int FIRST = 20_000;

    public static final String TOKEN = "X-Webinar-Archiver";
    public static final String GUEST = "X-Webinar-Archiver-Guest";

    private final EngineTask task;
    private final Guests guests;

    public Door(EngineTask task, Guests guests) {
        this.task = task;
        this.guests = guests;
    }

    void stand(@Observes Filters filters) {
        filters.register(this::look, FIRST);
    }

    private void look(RoutingContext request) {
        if (showsTheToken(request)) {
            request.put(org.webinararchiver.api.access.Door.LET_IN, true);
            note(request);
            request.next();
        } else if (task.listening().open() && !request.normalizedPath().startsWith(LocalResource.PATH)) {
            request.next();
        } else {
            refuse(request);
        }
    }

    private boolean showsTheToken(RoutingContext request) {
        var shown = request.request().getHeader(TOKEN);
        return shown != null
                && MessageDigest.isEqual(
                        shown.getBytes(StandardCharsets.UTF_8), task.token().getBytes(StandardCharsets.UTF_8));
    }

    private void note(RoutingContext request) {
        var guest = request.request().getHeader(GUEST);
        if (guest != null) {
            guests.came(guest);
            request.addEndHandler(ended -> guests.answered(guest));
        }
    }

    private static void refuse(RoutingContext request) {
        request.response()
                .setStatusCode(403)
                .putHeader("Content-Type", "application/problem+json")
                .end("""
                        {"type":"urn:webinar-archiver:problem:not-served","title":"This archive is not served to others.",\
                        "status":403,"detail":"Start ./archive serve, which is."}""");
    }
}
