package org.webinararchiver.api.access;

import jakarta.enterprise.context.RequestScoped;
import org.webinararchiver.api.Owner;

/** Who sends a request. Whoever finds that out says so before a resource is asked. */
@RequestScoped
public class Caller {
    private String owner = Owner.EVERYBODY;

    /** Whose recordings and organisations are meant. */
    public String owner() {
        return owner;
    }

    /** The request is this owner's. */
    public void is(String whose) {
        owner = whose;
    }
}
