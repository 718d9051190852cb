package org.webinararchiver.api.audit;

import java.util.Optional;

/**
 * Something that is to be noted.
 *
 * @param reason why it was not done; empty where it was
 * @param times how often, in a short while
 */
public record AuditLine(Actor actor, Deed deed, AuditOutcome outcome, Optional<String> reason, int times) {

    /** It is done in the transaction that notes it. */
    public static AuditLine done(Actor actor, Deed deed) {
        return new AuditLine(actor, deed, AuditOutcome.DONE, Optional.empty(), 1);
    }
}
