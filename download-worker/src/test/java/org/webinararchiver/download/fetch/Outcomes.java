package org.webinararchiver.download.fetch;

import org.webinararchiver.core.failure.Failure;

/** What tests want to know of outcomes. */
final class Outcomes {
    private Outcomes() {}

    /** Why nothing came. */
    static Failure failureOf(FetchOutcome outcome) {
        return switch (outcome) {
            case FetchOutcome.Failed failed -> failed.failure();
            case FetchOutcome.Damaged damaged -> throw new AssertionError("came damaged: " + damaged);
            case FetchOutcome.Stored stored -> throw new AssertionError("was stored: " + stored);
        };
    }
}
