package org.webinararchiver.download.organisation;

import java.io.IOException;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.web.ForbiddenAddress;
import org.webinararchiver.core.web.NotAsked;

/** What it means for a look that it met this. */
final class LookFailure {
    private LookFailure() {}

    static Failure of(Exception met) {
        return switch (met) {
            case FailureException told -> told.failure();
            case ForbiddenAddress forbidden ->
                new Failure.OfTask("forbidden-address", forbidden.getMessage(), forbidden.advice());
            case NotAsked leftAlone -> leftAlone.failure();
            case IOException broken ->
                new Failure.Retryable(
                        "platform-unreachable",
                        "The platform's list could not be read: " + broken.getMessage(),
                        "It is tried again later. If it stays so, check the address of the organisation's API.");
            default ->
                new Failure.Retryable(
                        "unexpected",
                        "The list could not be read, for a reason that is in the log of the download worker.",
                        "It is tried again later. If it stays so, please report it to the project.");
        };
    }

    static FailureException endless(int mostRecords) {
        return new FailureException(new Failure.OfTask(
                "list-too-long",
                "The list has more than %d records.".formatted(mostRecords),
                "An operator can allow longer lists with ARCHIVER_ORGANISATIONS_MOST_RECORDS."));
    }
}
