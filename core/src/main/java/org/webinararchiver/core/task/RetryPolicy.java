package org.webinararchiver.core.task;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.webinararchiver.core.failure.Failure;

/**
 * How often a task is tried, and how long it rests in between.
 *
 * @param attempts how many there are at most, 1 or more
 */
public record RetryPolicy(int attempts, BackOff backOff) {

    public static final RetryPolicy DEFAULT =
            new RetryPolicy(6, new BackOff(Duration.ofSeconds(2), Duration.ofMinutes(10)));

    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("not a number of attempts: " + attempts);
        }
    }

    /** What follows after the given attempt, counted from 1, has failed. */
    public Verdict after(int attempt, Failure.OfAttempt failure, RandomGenerator chance) {
        return switch (failure) {
            case Failure.Retryable retryable
            when attempt < attempts -> new Verdict.TryAgain(longer(backOff.after(attempt, chance), retryable.pause()));
            case Failure.Retryable spent -> new Verdict.GiveUpTask();
            case Failure.OfTask lost -> new Verdict.GiveUpTask();
            case Failure.OfRecording lost -> new Verdict.GiveUpRecording();
        };
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
