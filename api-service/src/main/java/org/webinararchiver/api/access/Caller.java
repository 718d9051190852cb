package org.webinararchiver.api.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import org.webinararchiver.api.audit.Actor;

/** Who makes the request that is being answered. */
@RequestScoped
public class Caller {
    private final CurrentVertxRequest request;

    public Caller(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Whose recordings and organisations are meant. */
    public String owner() {
        return actor().owner();
    }

    /** Who it is, for the audit log. */
    public Actor actor() {
        return admission().actor();
    }

    /** The same, and how much may be submitted. */
    public Submitter submitter() {
        return new Submitter(actor(), admission().allowance());
    }

    /** Whether those of others are seen too. */
    public boolean seesAll() {
        return admission().seesAll();
    }

    /** Whether what belongs to this owner is seen. */
    public boolean sees(String owner) {
        return seesAll() || owner().equals(owner);
    }

    /** Nobody gets here without having been let in. */
    private Admission admission() {
        return Admission.of(request.getCurrent())
                .orElseThrow(() -> new IllegalStateException("there is no request that was let in"));
    }
}
