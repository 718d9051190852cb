package org.webinararchiver.simulator.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The faults that are on, each for one thing that can be asked for. */
final class Faults {
    private final Map<String, Active> active = new ConcurrentHashMap<>();

    /** Replaces the fault of this thing, and begins to count its requests anew. */
    void put(String thing, Fault fault) {
        active.put(thing, new Active(fault, new AtomicInteger(), new AtomicInteger()));
    }

    void clear() {
        active.clear();
    }

    /** What becomes of a request; a HEAD request is told what the next GET will meet, and does not count. */
    Disturbance next(String thing, boolean counts) {
        var fault = active.get(thing);
        return fault == null ? Disturbance.NONE : fault.next(counts);
    }

    /** How many requests that count went wrong since the thing has its fault. */
    long met(String thing) {
        var fault = active.get(thing);
        return fault == null ? 0 : fault.met().get();
    }

    private record Active(Fault fault, AtomicInteger requests, AtomicInteger met) {

        Disturbance next(boolean counts) {
            var disturbance = fault.at(counts ? requests.getAndIncrement() : requests.get());
            if (counts && !disturbance.equals(Disturbance.NONE)) {
                met.incrementAndGet();
            }
            return disturbance;
        }
    }
}
