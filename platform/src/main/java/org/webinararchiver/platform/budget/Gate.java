package org.webinararchiver.platform.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets so many in at once as it is told to, and at no time when it is closed. */
final class Gate {
    private final InstantSource time;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private int places;
    private Instant from = Instant.MIN;
    private Instant until = Instant.MIN;
    private int inside;
    private int waiting;

    Gate(InstantSource time) {
        this.time = time;
    }

    /** How many are inside, and how many wait. */
    record Crowd(int inside, int waiting) {
        boolean isEmpty() {
            return inside == 0 && waiting == 0;
        }
    }

    /** From now on so many may be inside, and they are let in from one time until another. Nobody is turned out. */
    void allow(int most, Instant opens, Instant closes) {
        lock.lock();
        try {
            places = most;
            from = opens;
            until = closes;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets nobody in before this time, whatever else was said until now. */
    void rest(Instant opens) {
        lock.lock();
        try {
            from = opens.isAfter(from) ? opens : from;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits to be let in.
     *
     * @param whenWaiting is run when there is need to wait; it answers at once
     * @param patience the longest rest that is waited for
     * @throws OriginRests when the rest is longer
     */
    void enter(Runnable whenWaiting, Duration patience) throws InterruptedException, OriginRests {
        lock.lockInterruptibly();
        try {
            waiting++;
            boolean entered = false;
            try {
                if (!isOpen(time.instant())) {
                    whenWaiting.run();
                }
                while (!isOpen(time.instant())) {
                    mustNotRest(patience);
                    awaitChange();
                }
                inside++;
                entered = true;
            } finally {
                waiting--;
                if (!entered) {
                    changed.signal();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isOpen(Instant now) {
        return inside < places && !now.isBefore(from) && now.isBefore(until);
    }

    private void mustNotRest(Duration most) throws OriginRests {
        var now = time.instant();
        if (from.isAfter(now.plus(most))) {
            throw new OriginRests(Duration.between(now, from));
        }
    }

    private void awaitChange() throws InterruptedException {
        var now = time.instant();
        if (inside < places && now.isBefore(from)) {
            var unused = changed.awaitNanos(Duration.between(now, from).toNanos());
        } else {
            changed.await();
        }
    }

    /** Whether all places are taken, or somebody waits for one. */
    boolean isFull() {
        lock.lock();
        try {
            return waiting > 0 || inside >= places;
        } finally {
            lock.unlock();
        }
    }

    /** One place wakes one of those who wait, not all of them; who does not take it wakes the next. */
    void leave() {
        lock.lock();
        try {
            inside--;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    Crowd crowd() {
        lock.lock();
        try {
            return new Crowd(inside, waiting);
        } finally {
            lock.unlock();
        }
    }
}
