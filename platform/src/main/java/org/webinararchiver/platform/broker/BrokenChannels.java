package org.webinararchiver.platform.broker;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Tells a channel that is broken for good from one whose broker is away: only the first calls for a new process. Not
 * thread-safe.
 */
final class BrokenChannels {
    private final Duration most;
    private final LongSupplier nanoTime;
    private OptionalLong since = OptionalLong.empty();

    /** @param most how long channels may be broken while the broker answers */
    BrokenChannels(Duration most, LongSupplier nanoTime) {
        this.most = most;
        this.nanoTime = nanoTime;
    }

    /**
     * Looks once.
     *
     * @param brokerAnswers asked only when the channels are not ready
     * @return whether they have been broken for too long
     */
    boolean forTooLong(boolean channelsAreReady, BooleanSupplier brokerAnswers) {
        if (channelsAreReady || !brokerAnswers.getAsBoolean()) {
            since = OptionalLong.empty();
            return false;
        }
        var now = nanoTime.getAsLong();
        since = OptionalLong.of(since.orElse(now));
        return now - since.getAsLong() >= most.toNanos();
    }
}
