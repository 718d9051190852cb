package org.webinararchiver.sources.mtslink.event;

import java.util.Map;
import java.util.TreeMap;
import org.webinararchiver.core.manifest.Reading;

/** How much of a log was understood. */
public final class Tally {
    /** A log that invents a new kind for each event must not fill the memory. */
    private static final int MOST_KINDS = 100;

    private static final String OTHERS = "(others)";

    private final Map<String, Integer> unknown = new TreeMap<>();
    private final Map<String, Integer> odd = new TreeMap<>();
    private int events;

    void read() {
        events++;
    }

    void unknown(String module) {
        count(unknown, module.isEmpty() ? "(no module)" : module);
    }

    void odd(String what) {
        count(odd, what);
    }

    /** Entries that are events, understood or not. */
    public int events() {
        return events;
    }

    /** Events of a kind that nobody knows, by kind. */
    public Map<String, Integer> unknown() {
        return Map.copyOf(unknown);
    }

    /** Events that were skipped because of their shape, by what was wrong. */
    public Map<String, Integer> odd() {
        return Map.copyOf(odd);
    }

    /** How many events were skipped because of their shape. */
    public int oddEvents() {
        return odd.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** As it is told in the manifest. */
    public Reading reading() {
        return Reading.of(events, unknown, odd);
    }

    @Override
    public String toString() {
        return events + " events, of unknown kind " + unknown + ", of unexpected shape " + odd;
    }

    private static void count(Map<String, Integer> counts, String what) {
        var key = counts.containsKey(what) || counts.size() < MOST_KINDS ? what : OTHERS;
        counts.merge(key, 1, Integer::sum);
    }
}
