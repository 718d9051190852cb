package org.webinararchiver.api.audit;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.webinararchiver.api.access.Caller;
import org.webinararchiver.api.problem.Problem;

/** Notes changes that somebody asked for who was let in, and that were not made. */
public class RefusedChanges {
    private static final int REFUSED = 400;
    private static final int FAILED = 500;
    private static final Pattern ID = Pattern.compile("/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})(?=/|$)");
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
        var path = path(request.getUriInfo());
        var action = Action.of(request.getMethod(), path);
        if (NO_CHANGES.contains(action)) {
            return;
        }
        var deed = deed(action, id(path));
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

    /** Of the path as it came: what no method takes, because of its type, has no parameters. */
    private static Optional<UUID> id(String path) {
        var id = ID.matcher(path);
        return id.find() ? Optional.of(UUID.fromString(id.group(1))) : Optional.empty();
    }
}
