package org.webinararchiver.simulator.server;

import java.util.SplittableRandom;

/**
 * A way in which the platform fails. A fault depends on nothing but how many times the same thing was asked for before,
 * so a test that asks in the same order always meets the same failures.
 */
public sealed interface Fault {

    /** The first requests end with this status, later ones succeed. */
    record FailFirst(int times, int status) implements Fault {
        public FailFirst {
            if (times < 1 || status < 400 || status > 599) {
                throw new IllegalArgumentException("not a failure: " + times + " times status " + status);
            }
        }
    }

    /** The first requests are answered 429, with the seconds for which nobody should ask; later ones succeed. */
    record BusyFirst(int times, int retryAfter) implements Fault {
        public BusyFirst {
            if (times < 1 || retryAfter < 0) {
                throw new IllegalArgumentException("not busy: " + times + " times for " + retryAfter + " seconds");
            }
        }
    }

    /** It is not there: 404 for ever. */
    record Missing() implements Fault {}

    /** The first answer announces its whole length but breaks off half way through. */
    record TruncatedOnce() implements Fault {}

    /** The first answers announce their whole length but stop half way through, and the connection stays open. */
    record StallsFirst(int times) implements Fault {
        public StallsFirst {
            if (times < 1) {
                throw new IllegalArgumentException("stalls for no request: " + times);
            }
        }
    }

    /**
     * Any request may end with this status.
     *
     * @param seed decides which ones; other things with the same fault need other seeds
     * @param chance that one does, from 0 to 1
     */
    record AtRandom(long seed, double chance, int status) implements Fault {
        public AtRandom {
            if (!(chance >= 0 && chance <= 1) || status < 400 || status > 599) {
                throw new IllegalArgumentException("not a failure: " + chance + " of requests with status " + status);
            }
        }

        private boolean hits(int before) {
            return new SplittableRandom(31 * seed + before).nextDouble() < chance;
        }
    }

    /**
     * The first answers are good ones by their status and length, but what they hold is spoilt; later ones are whole.
     */
    record Spoilt(int times, Spoilage how) implements Fault {
        public Spoilt {
            if (times < 1) {
                throw new IllegalArgumentException("spoilt for no request: " + times);
            }
        }

        /** Every answer is spoilt. */
        public static Spoilt forEver(Spoilage how) {
            return new Spoilt(Integer.MAX_VALUE, how);
        }
    }

    /**
     * What becomes of a request.
     *
     * @param before how many requests for the same came before this one
     */
    default Disturbance at(int before) {
        return switch (this) {
            case FailFirst fault ->
                before < fault.times() ? new Disturbance.Status(fault.status()) : new Disturbance.None();
            case BusyFirst fault ->
                before < fault.times() ? new Disturbance.Busy(fault.retryAfter()) : new Disturbance.None();
            case Missing fault -> new Disturbance.Status(404);
            case StallsFirst fault -> before < fault.times() ? new Disturbance.Standstill() : new Disturbance.None();
            case AtRandom fault -> fault.hits(before) ? new Disturbance.Status(fault.status()) : new Disturbance.None();
            case TruncatedOnce fault -> before == 0 ? new Disturbance.HalfOfBody() : new Disturbance.None();
            case Spoilt fault ->
                before < fault.times() ? new Disturbance.OtherBytes(fault.how()) : new Disturbance.None();
        };
    }
}
