package org.webinararchiver.platform.budget;

import java.time.Duration;
import java.util.Optional;

/** Keeps the connections to an origin at a number that it bears. Used from many threads. */
public interface ConnectionBudget extends AutoCloseable {

    /**
     * Waits until one more connection may be used. The caller closes the permit when the request is over, and says
     * before how it went.
     *
     * @param host of the origin, with its port when that is not the usual one
     * @param patience the longest rest of the origin that is waited for; for a place among others there is no limit
     * @throws OriginRests when it rests for longer
     */
    Permit acquire(String host, Duration patience) throws InterruptedException, OriginRests;

    /** Gives everything back. Nobody waits and nobody holds a permit any more. */
    @Override
    void close();

    /** One connection, for one request. What is said first about how it went counts; saying nothing says nothing. */
    interface Permit extends AutoCloseable {

        /** The origin did what it was asked, or said that it will not for a reason of its own, such as 404. */
        void succeeded();

        /**
         * It was too much for the origin: a reset, an early end, 429 or 503.
         *
         * @param retryAfter what the origin asked for, when it did
         */
        void refused(Optional<Duration> retryAfter);

        @Override
        void close();
    }
}
