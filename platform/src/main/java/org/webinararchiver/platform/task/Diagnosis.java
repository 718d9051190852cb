package org.webinararchiver.platform.task;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.web.NotAsked;
import org.webinararchiver.platform.database.DatabaseAway;
import org.webinararchiver.platform.storage.ObjectStoreException;

/** What it means for a task that its work ended with an exception. */
final class Diagnosis {
    private Diagnosis() {}

    static Failure of(Exception e) {
        return switch (e) {
            case FailureException told -> told.failure();
            case DatabaseAway away -> away.failure();
            case ObjectStoreException store -> store.failure();
            case NotAsked closed -> closed.failure();
            case UncheckedIOException wrapped -> of(wrapped.getCause());
            case IOException broken -> brokenOff(broken);
            default -> unexpected(e);
        };
    }

    private static Failure brokenOff(IOException e) {
        return new Failure.Retryable(
                "broken-off",
                wordsOf(e),
                "Look whether the network and the other side are up, then submit the link again.");
    }

    private static Failure unexpected(Exception e) {
        return new Failure.Retryable(
                "unexpected", wordsOf(e), "This is a fault of ours; the log says more. Submit the link again later.");
    }

    private static String wordsOf(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
