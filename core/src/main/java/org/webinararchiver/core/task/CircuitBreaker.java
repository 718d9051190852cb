package org.webinararchiver.core.task;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Keeps a worker from taking up and handing back one task after the other while one of our own servers is away. After
 * an outage nothing is begun for a while; then one task at a time is tried, until one succeeds. What was begun before
 * an outage was noticed says nothing about whether it is over.
 *
 * @param outages how many there were in a row; zero while all is well
 * @param noticed when the latest was
 * @param until nothing is begun before
 * @param trying whether a task is under way that will tell more
 */
public record CircuitBreaker(int outages, Instant noticed, Instant until, boolean trying) {

    /** All is well. */
    public static final CircuitBreaker CLOSED = new CircuitBreaker(0, Instant.MIN, Instant.MIN, false);

    public boolean isClosed() {
        return outages == 0;
    }

    /** Whether a task may be begun. */
    public boolean admits(Instant now) {
        return isClosed() || !trying && !now.isBefore(until);
    }

    /** Afterwards, when one was begun. */
    public CircuitBreaker begun() {
        return isClosed() ? this : new CircuitBreaker(outages, noticed, until, true);
    }

    /** A task that was begun at a time met an outage. Several that meet it together are one outage. */
    public CircuitBreaker outage(Instant begun, Instant now, BackOff pauses, RandomGenerator chance) {
        return isNews(begun)
                ? new CircuitBreaker(outages + 1, now, now.plus(pauses.after(outages + 1, chance)), false)
                : this;
    }

    /** A task that was begun at a time succeeded. */
    public CircuitBreaker success(Instant begun) {
        return isNews(begun) ? CLOSED : this;
    }

    /**
     * A task that was begun at a time is over and says nothing about our servers, or there was none. An outage that was
     * not met again for the longest pause is taken to be over: there may be nothing left to try.
     */
    public CircuitBreaker over(Instant begun, Instant now, BackOff pauses) {
        if (!isNews(begun)) {
            return this;
        }
        return isClosed() || now.isAfter(noticed.plus(pauses.longest()))
                ? CLOSED
                : new CircuitBreaker(outages, noticed, until, false);
    }

    /** How long nothing is begun from now on. */
    public Duration rest(Instant now) {
        return until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
    }

    private boolean isNews(Instant begun) {
        return !begun.isBefore(noticed);
    }
}
