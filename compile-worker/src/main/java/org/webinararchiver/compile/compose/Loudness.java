package org.webinararchiver.compile.compose;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.webinararchiver.core.timeline.Span;
import org.webinararchiver.core.timeline.SpanSeries;

/**
 * Tells speech from silence by how many bytes an encoder spent: next to none on digital silence, many on a voice. Costs
 * no decoding. Where somebody's room is noisy all the time, or an encoder spends the same on everything, they count as
 * speaking: nobody is taken for silent who might not be.
 */
final class Loudness {
    /** A step is as long as a syllable or two. */
    private static final Duration STEP = Duration.ofMillis(250);

    /** Below this nothing can be understood, in bytes a second: digital silence takes some 300. */
    private static final double LEAST = 700;

    /** Of what the loudest steps take. */
    private static final double SHARE = 0.3;

    private static final double LOUD = 0.9;
    private static final Duration BREATH = Duration.ofSeconds(1);

    private final List<Step> steps = new ArrayList<>();

    private record Step(Duration at, long bytes) {}

    /** Bytes that were spent on an instant, in the order of time within each file. */
    void add(Duration at, long bytes) {
        if (!steps.isEmpty()) {
            var last = steps.getLast();
            var after = at.minus(last.at);
            if (!after.isNegative() && after.compareTo(STEP) < 0) {
                steps.set(steps.size() - 1, new Step(last.at, last.bytes + bytes));
                return;
            }
        }
        steps.add(new Step(at, bytes));
    }

    /** When there was more than silence. */
    SpanSeries spoken() {
        var sorted = steps.stream().mapToLong(Step::bytes).sorted().toArray();
        if (sorted.length == 0) {
            return SpanSeries.NONE;
        }
        double loud = sorted[(int) ((sorted.length - 1) * LOUD)];
        double least = Math.max(LEAST * STEP.toMillis() / 1000, loud * SHARE);
        var spoken = steps.stream()
                .filter(step -> step.bytes >= least && !step.at.isNegative())
                .map(step -> new Span(step.at, step.at.plus(STEP)))
                .toList();
        return SpanSeries.covering(spoken, BREATH);
    }
}
