package org.webinararchiver.api.access;

/** Whether a request is let in, and as whose. */
sealed interface Decision {

    /** It is, as this. */
    record Admitted(Admission admission) implements Decision {}

    /** It is not. */
    record Refused(Refusal refusal) implements Decision {}
}
