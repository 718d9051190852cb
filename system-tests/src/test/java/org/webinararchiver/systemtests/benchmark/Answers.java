package org.webinararchiver.systemtests.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long answers took, of many who ask at once. */
final class Answers {
    private final List<Duration> took = new ArrayList<>();

    synchronized void add(Duration answer) {
        took.add(answer);
    }

    synchronized int count() {
        return took.size();
    }

    /**
     * Within what time this share of them came.
     *
     * @param percent 0 to 100
     */
    synchronized Duration within(int percent) {
        var sorted = took.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
