package org.webinararchiver.api.access;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.webinararchiver.api.Owner;

/**
 * As whose a request was let in.
 *
 * @param seesAll whether it is shown what belongs to others too
 */
record Admission(String owner, boolean seesAll) {
    /** To what is open to all. */
    static final Admission TO_WHAT_IS_OPEN = new Admission("", false);

    /** Of a program of this machine, which may do all with what was submitted from it. */
    static final Admission OF_THIS_MACHINE = new Admission(Owner.EVERYBODY, false);

    private static final String NOTE = Admission.class.getName();

    static Admission with(ApiKey key) {
        return new Admission(key.owner(), key.scopes().contains(Scope.ADMIN));
    }

    /** Notes it with the request, for whoever answers it. */
    void note(RoutingContext request) {
        request.put(NOTE, this);
    }

    static Optional<Admission> of(RoutingContext request) {
        return request == null ? Optional.empty() : Optional.ofNullable(request.get(NOTE));
    }
}
