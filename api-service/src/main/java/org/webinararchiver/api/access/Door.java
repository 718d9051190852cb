package org.webinararchiver.api.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletableFuture;
import org.webinararchiver.api.access.Decision.Admitted;
import org.webinararchiver.api.access.Decision.Refused;
import org.webinararchiver.api.audit.Action;
import org.webinararchiver.api.audit.Deed;
import org.webinararchiver.api.audit.Refusals;
import org.webinararchiver.api.problem.Problem;

/**
 * Stands before everything that is served, the framework's own pages included. Only what other sites' pages may do is
 * decided before it, where that is configured: a browser asks that without showing a key, and reads a refusal only
 * where it may.
 */
@ApplicationScoped
public class Door {
    /**
     * What a request carries that somebody before this door has let in: the program that this service is part of, which
     * knows whoever shows its token.
     */
    public static final String LET_IN = "archiver.let-in";

    /** After the framework's filter for CORS, which is at 300, and before all others. */
    private static final int NEARLY_FIRST = 299;

    private static final int UNAUTHORIZED = 401;

    private final Doorkeeper keeper;
    private final Refusals refusals;
    private final ObjectMapper json;

    public Door(Doorkeeper keeper, Refusals refusals, ObjectMapper json) {
        this.keeper = keeper;
        this.refusals = refusals;
        this.json = json;
    }

    void hang(@Observes Filters filters) {
        filters.register(this::enter, NEARLY_FIRST);
    }

    private void enter(RoutingContext request) {
        if (Boolean.TRUE.equals(request.get(LET_IN))) {
            Admission.ofThisMachine(AskedFor.address(request.request())).note(request);
            request.next();
            return;
        }
        var decision = keeper.decide(AskedFor.in(request)).toCompletableFuture();
        if (decision.isDone()) {
            act(request, decision.join());
        } else {
            actLater(request, decision);
        }
    }

    /** Holds the body back meanwhile, which nobody would read. */
    private void actLater(RoutingContext request, CompletableFuture<Decision> decision) {
        var context = request.vertx().getOrCreateContext();
        var hasMore = !request.request().isEnded();
        if (hasMore) {
            request.request().pause();
        }
        decision.thenAccept(made -> context.runOnContext(now -> {
            if (hasMore) {
                request.request().resume();
            }
            act(request, made);
        }));
    }

    private void act(RoutingContext request, Decision decision) {
        switch (decision) {
            case Admitted admitted -> {
                admitted.admission().note(request);
                request.next();
            }
            case Refused refused -> refuse(request, refused);
        }
    }

    private void refuse(RoutingContext request, Refused refused) {
        var problem = refused.refusal().problem();
        var action = Action.of(request.request().method().name(), request.normalizedPath());
        refusals.refused(refused.actor(), Deed.attempted(action), problem.reason());
        var response = request.response().setStatusCode(problem.status());
        if (problem.status() == UNAUTHORIZED) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        refused.retryAfter().ifPresent(time -> response.putHeader("Retry-After", Problem.seconds(time)));
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE.toString());
        response.end(inJson(problem));
    }

    private String inJson(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is plain text", e);
        }
    }
}
