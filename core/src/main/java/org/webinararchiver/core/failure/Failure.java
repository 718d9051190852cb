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

    /** The work was tried and failed: this counts as an attempt. */
    sealed interface OfAttempt extends Failure {}

    /** The work could not be tried, for reasons that are not its own: this counts as no attempt. */
    sealed interface NoAttempt extends Failure {}

    /**
     * Trying again may help: a reset connection, a busy server.
     *
     * @param pause the shortest time before the next attempt, zero when the caller's own back-off is enough
     */
    record Retryable(String reason, String message, String advice, Duration pause) implements OfAttempt {
        public Retryable {
            requireWords(reason, message, advice);
            requirePause(pause);
        }

        public Retryable(String reason, String message, String advice) {
            this(reason, message, advice, Duration.ZERO);
        }
    }

    /** This task can never succeed, but its recording may do without it: a media file that the platform has lost. */
    record OfTask(String reason, String message, String advice) implements OfAttempt {
        public OfTask {
            requireWords(reason, message, advice);
        }
    }

    /** The whole recording can not be archived: it is private, or gone. */
    record OfRecording(String reason, String message, String advice) implements OfAttempt {
        public OfRecording {
            requireWords(reason, message, advice);
        }
    }

    /**
     * One of our own servers is away, or does not let us do our work. That says nothing about the task, and the next
     * one would meet the same.
     *
     * @param remedy whether waiting may help
     */
    record OurOutage(String reason, String message, String advice, Remedy remedy) implements NoAttempt {
        public OurOutage {
            requireWords(reason, message, advice);
            Objects.requireNonNull(remedy);
        }

        /** What ends an outage. */
        public enum Remedy {
            /** It may pass by itself: a server that is restarted, a network that is down. */
            TIME,
            /** Somebody has to set something right: wrong keys, a disk that is full. */
            OPERATOR
        }
    }

    /**
     * Somebody else asked to be left alone for a while, so nothing was asked of them.
     *
     * @param pause how long, zero or more
     */
    record NotNow(String reason, String message, String advice, Duration pause) implements NoAttempt {
        public NotNow {
            requireWords(reason, message, advice);
            requirePause(pause);
        }
    }

    private static void requirePause(Duration pause) {
        if (pause.isNegative()) {
            throw new IllegalArgumentException("a pause is zero or more: " + pause);
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
