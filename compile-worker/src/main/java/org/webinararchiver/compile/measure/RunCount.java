package org.webinararchiver.compile.measure;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.webinararchiver.compile.measure.Expectation.Run;

/** Counts the frames of each piece of the picture and notes the first one's time. */
final class RunCount {
    private final List<Run> runs;
    private final Duration tolerance;
    private final long[] begins;
    private final long[] counts;
    private final long[] firsts;

    RunCount(List<Run> runs, Duration tolerance) {
        this.runs = runs;
        this.tolerance = tolerance;
        this.begins = runs.stream()
                .mapToLong(run -> run.at().minus(tolerance).toNanos())
                .toArray();
        this.counts = new long[runs.size()];
        this.firsts = new long[runs.size()];
        Arrays.fill(firsts, Long.MAX_VALUE);
    }

    /** Notes a frame; frames come nearly, not quite, in the order in which they are shown. */
    void add(Duration shown) {
        int found = Arrays.binarySearch(begins, shown.toNanos());
        int run = found >= 0 ? found : -found - 2;
        if (run >= 0) {
            counts[run]++;
            firsts[run] = Math.min(firsts[run], shown.toNanos());
        }
    }

    /** Compares what was counted with what is expected. */
    void check() throws Flaw {
        for (int i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            if (counts[i] < run.frames()) {
                throw new Flaw("of the %d frames from %s on there are %d".formatted(run.frames(), run.at(), counts[i]));
            }
            var first = Duration.ofNanos(firsts[i]);
            if (first.minus(run.at()).abs().compareTo(tolerance) > 0) {
                throw new Flaw("the frame of %s is shown at %s".formatted(run.at(), first));
            }
        }
    }
}
