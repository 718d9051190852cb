package org.webinararchiver.sources.mtslink;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;

/**
 * Of several addresses that all failed, finds the failure that tells the user most. A private recording is one whatever
 * the others say; after that comes what may pass, since an address that was busy might have known the recording. What
 * was asked goes before what was not: it was an attempt.
 */
final class MostTelling {
    private static final Comparator<Attempt> ORDER = Comparator.comparingInt((Attempt attempt) -> rank(attempt))
            .thenComparing(Comparator.comparing(MostTelling::pause).reversed());

    private MostTelling() {}

    /** Never returns; the return type lets a caller write {@code throw}. */
    static FailureException of(List<Attempt> failed) throws IOException {
        var first = failed.stream().min(ORDER).orElseThrow();
        return switch (first) {
            case Attempt.Refused(var failure, var cause) -> new FailureException(failure, cause.orElse(null));
            case Attempt.Broken(var cause) -> throw cause;
            case Attempt.Unasked(var later) -> new FailureException(later);
            case Attempt.Told told ->
                throw new IllegalArgumentException(
                        "nothing failed: " + told.log().tally());
        };
    }

    private static int rank(Attempt attempt) {
        return switch (attempt) {
            case Attempt.Told told -> 0;
            case Attempt.Refused refused -> rank(refused.failure());
            case Attempt.Broken broken -> 3;
            case Attempt.Unasked unasked -> 4;
        };
    }

    private static int rank(Failure.OfAttempt failure) {
        return switch (failure) {
            case Failure.Retryable passing -> 2;
            case Failure.OfTask ofTask -> 6;
            case Failure.OfRecording ofRecording ->
                switch (ofRecording.reason()) {
                    case "private" -> 1;
                    case "not-found" -> 7;
                    default -> 5;
                };
        };
    }

    private static Duration pause(Attempt attempt) {
        return switch (attempt) {
            case Attempt.Refused(Failure.Retryable again, var cause) -> again.pause();
            case Attempt.Unasked(var later) -> later.pause();
            case Attempt.Refused refused -> Duration.ZERO;
            case Attempt.Broken broken -> Duration.ZERO;
            case Attempt.Told told -> Duration.ZERO;
        };
    }
}
