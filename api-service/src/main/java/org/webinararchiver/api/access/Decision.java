package org.webinararchiver.api.access;

import java.time.Duration;
import java.util.Optional;
import org.webinararchiver.api.audit.Actor;

/** Whether a request is let in, and as whose. */
sealed interface Decision {

    /** It is, as this. */
    record Admitted(Admission admission) implements Decision {}

    /**
     * It is not.
     *
     * @param retryAfter when it is worth trying again; empty when it is not
     */
    record Refused(Actor actor, Refusal refusal, Optional<Duration> retryAfter) implements Decision {
        Refused(Actor actor, Refusal refusal) {
            this(actor, refusal, Optional.empty());
        }
    }
}
