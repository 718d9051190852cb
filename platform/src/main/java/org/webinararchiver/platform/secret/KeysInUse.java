package org.webinararchiver.platform.secret;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which keys what is sealed needs.
 *
 * @param opening how many secrets each key opens, by its id; the key that seals is the first
 * @param others how many none of them opens, by the id of the key that would, or by {@link #UNKNOWN}
 */
public record KeysInUse(Map<String, Long> opening, Map<String, Long> others) {
    /** Stands for the id of a key that is not told. */
    public static final String UNKNOWN = "unknown";

    public KeysInUse {
        opening = Collections.unmodifiableMap(new LinkedHashMap<>(opening));
        others = Collections.unmodifiableMap(new TreeMap<>(others));
    }

    /** The key that seals. */
    public String first() {
        return opening.keySet().iterator().next();
    }

    /** How many secrets there are. */
    public long all() {
        return sum(opening) + sum(others);
    }

    /** How many need a key that does not seal any more. */
    public long older() {
        return sum(opening) - opening.get(first());
    }

    /** How many can not be read. */
    public long lost() {
        return sum(others);
    }

    /** The ids of the keys that do not seal. */
    public List<String> oldKeys() {
        return opening.keySet().stream().skip(1).toList();
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
