package org.webinararchiver.api.access;

import org.webinararchiver.api.audit.Actor;
import org.webinararchiver.platform.quota.Allowance;

/** Who submits something, and how much of it. */
public record Submitter(Actor actor, Allowance allowance) {

    /** Another system, by message, for which there are no limits. */
    public static Submitter byMessage(String owner) {
        return new Submitter(Actor.message(owner), Allowance.UNLIMITED);
    }

    public String owner() {
        return actor.owner();
    }
}
