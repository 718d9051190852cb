package org.webinararchiver.api.audit;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.webinararchiver.api.access.Caller;
import org.webinararchiver.api.problem.Problem;

/** Notes changes that somebody asked for who was let in, and that were not made. */
public class RefusedChanges {
    private static final int REFUSED = 400;
    private static final int FAILED = 500;
    private static final Set<Action> NO_CHANGES = Set.of(Action.READ, Action.OTHER);

    private final Refusals refusals;
    private final Caller caller;

    public RefusedChanges(Refusals refusals, Caller caller) {
        this.refusals = refusals;
        this.caller = caller;
    }

    @ServerResponseFilter
    public void note(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() < REFUSED) {
            return;
        }
        var action = Action.of(request.getMethod(), path(request.getUriInfo()));
        if (NO_CHANGES.contains(action)) {
            return;
        }
        var deed = deed(action, id(request.getUriInfo()));
        var reason = response.getEntity() instanceof Problem problem
                ? problem.reason()
                : String.valueOf(response.getStatus());
        if (response.getStatus() < FAILED) {
            refusals.refused(caller.actor(), deed, reason);
        } else {
            refusals.failed(caller.actor(), deed, reason);
        }
    }

    private static Deed deed(Action action, Optional<UUID> id) {
        return action.isOfARecording()
                ? new Deed(action, id, Optional.empty(), Optional.empty())
                : new Deed(action, Optional.empty(), id, Optional.empty());
    }

    private static String path(UriInfo uri) {
        return uri.getPath().startsWith("/") ? uri.getPath() : "/" + uri.getPath();
    }

    private static Optional<UUID> id(UriInfo uri) {
        try {
            return Optional.ofNullable(uri.getPathParameters().getFirst("id")).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
