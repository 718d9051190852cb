package org.webinararchiver.simulator.server;

import java.util.List;
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
            mustBeSome(times);
        }
    }

    /** The first answers come byte by byte, a hundred a second. */
    record DripsFirst(int times) implements Fault {
        public DripsFirst {
            mustBeSome(times);
        }
    }

    /** The first answers announce twenty megabytes, and break off where what is there ends. */
    record BoastsFirst(int times) implements Fault {
        public BoastsFirst {
            mustBeSome(times);
        }
    }

    /** The first answers redirect to the very address that was asked, each request on the way counted. */
    record LoopsFirst(int times) implements Fault {
        public LoopsFirst {
            mustBeSome(times);
        }
    }

    /** The first answers are little that unpacks to a hundred megabytes of nothing. */
    record BombsFirst(int times) implements Fault {
        public BombsFirst {
            mustBeSome(times);
        }
    }

    /** The first request meets what a first request meets of the first of these, the second of the second. */
    record InTurn(List<Fault> each) implements Fault {
        public InTurn {
            each = List.copyOf(each);
        }

        public static InTurn of(Fault... each) {
            return new InTurn(List.of(each));
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
            mustBeSome(times);
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
            case FailFirst(int times, int status) -> first(times, before, new Disturbance.Status(status));
            case BusyFirst(int times, int retryAfter) -> first(times, before, new Disturbance.Busy(retryAfter));
            case Missing fault -> new Disturbance.Status(404);
            case TruncatedOnce fault -> first(1, before, new Disturbance.Body(BodyEnd.BREAKS_OFF));
            case StallsFirst(int times) -> first(times, before, new Disturbance.Body(BodyEnd.STANDS_STILL));
            case DripsFirst(int times) -> first(times, before, new Disturbance.Body(BodyEnd.DRIPS));
            case BoastsFirst(int times) -> first(times, before, new Disturbance.Body(BodyEnd.FALLS_SHORT));
            case LoopsFirst(int times) -> first(times, before, new Disturbance.Loop());
            case BombsFirst(int times) -> first(times, before, new Disturbance.Packed());
            case AtRandom fault -> fault.hits(before) ? new Disturbance.Status(fault.status()) : Disturbance.NONE;
            case Spoilt(int times, var how) -> first(times, before, new Disturbance.OtherBytes(how));
            case InTurn(var each) -> before < each.size() ? each.get(before).at(0) : Disturbance.NONE;
        };
    }

    private static Disturbance first(int times, int before, Disturbance disturbance) {
        return before < times ? disturbance : Disturbance.NONE;
    }

    private static void mustBeSome(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("a fault that no request meets: " + times);
        }
    }
}
