package org.webinararchiver.core.failure;

import java.time.Duration;
import java.util.Objects;

/**
 * Why a piece of work did not succeed, and how far the damage reaches.
 *
 * <p>Every failure is told in three parts: a {@code reason} for programs (kebab case, stable), a {@code message} that
 * says what happened, and an {@code advice} that says what the person who asked can do about it.
 */
public sealed interface Failure {

    String reason();

    String message();

    String advice();

    /**
     * Trying again may help: a reset connection, a busy server.
     *
     * @param pause the shortest time before the next attempt, zero when the caller's own back-off is enough
     */
    record Retryable(String reason, String message, String advice, Duration pause) implements Failure {
        public Retryable {
            requireWords(reason, message, advice);
            Objects.requireNonNull(pause);
            if (pause.isNegative()) {
                throw new IllegalArgumentException("a pause is zero or more: " + pause);
            }
        }

        public Retryable(String reason, String message, String advice) {
            this(reason, message, advice, Duration.ZERO);
        }
    }

    /** This task can never succeed, but its recording may do without it: a media file that the platform has lost. */
    record OfTask(String reason, String message, String advice) implements Failure {
        public OfTask {
            requireWords(reason, message, advice);
        }
    }

    /** The whole recording can not be archived: it is private, or gone. */
    record OfRecording(String reason, String message, String advice) implements Failure {
        public OfRecording {
            requireWords(reason, message, advice);
        }
    }

    private static void requireWords(String reason, String message, String advice) {
        Objects.requireNonNull(message);
        Objects.requireNonNull(advice);
        if (!reason.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("a reason is written in kebab case: " + reason);
        }
    }
}
