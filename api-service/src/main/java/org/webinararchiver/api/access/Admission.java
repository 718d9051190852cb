package org.webinararchiver.api.access;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;
import org.webinararchiver.api.Owner;

/**
 * As whose a request was let in.
 *
 * @param scopes what it may do; empty for what is open to all
 */
record Admission(String owner, Set<Scope> scopes) {
    /** To what is open to all. */
    static final Admission TO_WHAT_IS_OPEN = new Admission("", Set.of());

    /** Of a program of this machine, which can do all that its user can. */
    static final Admission OF_THIS_MACHINE = new Admission(Owner.EVERYBODY, Set.of(Scope.ADMIN));

    private static final String NOTE = Admission.class.getName();

    Admission {
        scopes = Set.copyOf(scopes);
    }

    static Admission with(ApiKey key) {
        return new Admission(key.owner(), key.scopes());
    }

    /** Notes it with the request, for whoever answers it. */
    void note(RoutingContext request) {
        request.put(NOTE, this);
    }

    static Optional<Admission> of(RoutingContext request) {
        return request == null ? Optional.empty() : Optional.ofNullable(request.get(NOTE));
    }
}
