package org.webinararchiver.core.task;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.webinararchiver.core.failure.Failure;

/**
 * How often a task is tried and how long it rests in between: twice as long after each attempt, up to a limit,
 * shortened by chance so that tasks that failed together do not come back together.
 *
 * @param attempts how many there are at most, 1 or more
 * @param firstPause after the first attempt
 * @param longestPause after any attempt
 */
public record RetryPolicy(int attempts, Duration firstPause, Duration longestPause) {

    public static final RetryPolicy DEFAULT = new RetryPolicy(6, Duration.ofSeconds(2), Duration.ofMinutes(10));

    private static final int DOUBLINGS_THAT_FIT = 30;

    public RetryPolicy {
        if (attempts < 1 || firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "not a retry policy: " + attempts + ", " + firstPause + ", " + longestPause);
        }
    }

    /** What follows after the given attempt, counted from 1, has failed. */
    public Verdict after(int attempt, Failure failure, RandomGenerator chance) {
        return switch (failure) {
            case Failure.Retryable retryable
            when attempt < attempts -> new Verdict.TryAgain(longer(pauseAfter(attempt, chance), retryable.pause()));
            case Failure.Retryable spent -> new Verdict.GiveUpTask();
            case Failure.OfTask lost -> new Verdict.GiveUpTask();
            case Failure.OfRecording lost -> new Verdict.GiveUpRecording();
        };
    }

    private Duration pauseAfter(int attempt, RandomGenerator chance) {
        var doubled = firstPause.multipliedBy(1L << Math.min(attempt - 1, DOUBLINGS_THAT_FIT));
        var bounded = doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
        return Duration.ofMillis((long) (bounded.toMillis() * chance.nextDouble(0.5, 1.0)));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
