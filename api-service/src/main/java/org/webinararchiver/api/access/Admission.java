package org.webinararchiver.api.access;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.webinararchiver.api.Owner;
import org.webinararchiver.api.audit.Actor;
import org.webinararchiver.platform.quota.Allowance;

/**
 * As whose a request was let in.
 *
 * @param seesAll whether it is shown what belongs to others too
 * @param allowance how many recordings may be begun with it
 */
record Admission(Actor actor, boolean seesAll, Allowance allowance) {
    private static final String NOTE = Admission.class.getName();

    /** To what is open to all. */
    static Admission toWhatIsOpen(Optional<String> address) {
        return new Admission(Actor.nobody(address), false, Allowance.UNLIMITED);
    }

    /** Of a program of this machine, which may do all with what was submitted from it. */
    static Admission ofThisMachine(Optional<String> address) {
        return new Admission(Actor.local(Owner.EVERYBODY, address), false, Allowance.UNLIMITED);
    }

    /** Of somebody who has shown a key or a token. */
    static Admission of(Actor actor, boolean isAdmin, Limits limits) {
        var allowance = new Allowance(Optional.of(actor.id()), limits.recordingsADay(), limits.recordingsUnderWay());
        return new Admission(actor, isAdmin, allowance);
    }

    /** Notes it with the request, for whoever answers it. */
    void note(RoutingContext request) {
        request.put(NOTE, this);
    }

    static Optional<Admission> of(RoutingContext request) {
        return request == null ? Optional.empty() : Optional.ofNullable(request.get(NOTE));
    }
}
