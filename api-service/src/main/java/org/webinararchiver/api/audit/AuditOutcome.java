package org.webinararchiver.api.audit;

/** How something ended that is noted. */
public enum AuditOutcome {
    /** It was done, or was so already. */
    DONE,
    /** It was not done, for a reason that is told. */
    REFUSED,
    /** Something went wrong here; it was done or not. */
    FAILED
}
