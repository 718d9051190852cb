package org.webinararchiver.platform.budget;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a worker wants of an origin's budget, and what it has found out since it asked before.
 *
 * @param holder the worker
 * @param wanted connections that it could use
 * @param held connections that it may still have open
 * @param successes requests that ended well while it used all that it had
 */
record ConnectionDemand(String host, String holder, int wanted, int held, int successes, List<AgedRefusal> refusals) {

    ConnectionDemand {
        refusals = List.copyOf(refusals);
    }

    /**
     * A refusal, told without a clock that two machines would have to share.
     *
     * @param begunAgo how long ago its request was begun
     */
    record AgedRefusal(Duration begunAgo, Optional<Duration> retryAfter) {}
}
