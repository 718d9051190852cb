package org.webinararchiver.core.manifest;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of what the source told was understood.
 *
 * @param events that the source told of, understood or not
 * @param unknown how many were of a kind that nobody knows, by kind
 * @param odd how many were left out because of their shape, by what was wrong
 */
public record Reading(int events, SortedMap<String, Integer> unknown, SortedMap<String, Integer> odd) {

    /** Nothing was left out. */
    public static final Reading EVERYTHING = new Reading(0, new TreeMap<>(), new TreeMap<>());

    public Reading {
        unknown = Collections.unmodifiableSortedMap(new TreeMap<>(unknown));
        odd = Collections.unmodifiableSortedMap(new TreeMap<>(odd));
    }

    public static Reading of(int events, Map<String, Integer> unknown, Map<String, Integer> odd) {
        return new Reading(events, new TreeMap<>(unknown), new TreeMap<>(odd));
    }
}
