package org.webinararchiver.platform.telemetry;

/** How an attempt at a task ended. */
public enum TaskOutcome {
    DONE,
    /** It failed and will be tried again. */
    RETRIED,
    /** It failed for good; the recording goes on without what it was for. */
    GIVEN_UP,
    /** It failed, and the recording with it. */
    RECORDING_FAILED,
    /** It was given back, since this process ends, one of our own servers is away, or it is too early for it. */
    HANDED_BACK,
    /** Somebody else has it by now. */
    LOST
}
