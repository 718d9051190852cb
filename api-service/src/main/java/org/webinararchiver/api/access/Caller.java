package org.webinararchiver.api.access;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;

/** Who makes the request that is being answered. */
@RequestScoped
public class Caller {
    private final CurrentVertxRequest request;

    public Caller(CurrentVertxRequest request) {
        this.request = request;
    }

    /** Whose recordings and organisations are meant. */
    public String owner() {
        return admission().owner();
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
