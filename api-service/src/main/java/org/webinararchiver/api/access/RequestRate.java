package org.webinararchiver.api.access;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Counts the requests of each caller to this service: as many as a minute's may come at once, after that they come as
 * fast as the minute allows on average.
 */
final class RequestRate {
    private static final double NANOS_A_MINUTE = Duration.ofMinutes(1).toNanos();

    /** Beyond so many, those who have been silent for a minute are forgotten. */
    private static final int MANY = 10_000;

    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets = new HashMap<>();

    RequestRate(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** What is left of a minute's requests, at a time. */
    private record Bucket(double left, long at) {
        Bucket refilled(int aMinute, long now) {
            return new Bucket(Math.min(aMinute, left + aMinute * ((now - at) / NANOS_A_MINUTE)), now);
        }

        Bucket withOneLess() {
            return new Bucket(left - 1, at);
        }
    }

    /**
     * Counts a request; answers after what time to come again when it is one too many, which is not counted.
     *
     * @param aMinute 0 where there is no limit
     */
    synchronized Optional<Duration> count(String caller, int aMinute) {
        if (aMinute == 0) {
            return Optional.empty();
        }
        var now = nanoTime.getAsLong();
        forgetSilentOnes(now);
        var bucket = buckets.getOrDefault(caller, new Bucket(aMinute, now)).refilled(aMinute, now);
        if (bucket.left() >= 1) {
            buckets.put(caller, bucket.withOneLess());
            return Optional.empty();
        }
        buckets.put(caller, bucket);
        return Optional.of(Duration.ofNanos((long) Math.ceil((1 - bucket.left()) * NANOS_A_MINUTE / aMinute)));
    }

    private void forgetSilentOnes(long now) {
        if (buckets.size() >= MANY) {
            buckets.values().removeIf(bucket -> now - bucket.at() > NANOS_A_MINUTE);
        }
    }
}
