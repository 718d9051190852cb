package org.webinararchiver.compile.compose;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.webinararchiver.core.timeline.Span;
import org.webinararchiver.core.timeline.SpanSeries;

/**
 * Tells speech from silence by how many bytes an encoder spent, next to none on digital silence, many on a voice: that
 * costs no decoding; or by how loud it was. Where somebody's room is noisy all the time, or an encoder spends the same
 * on everything, they count as speaking: nobody is taken for silent who might not be.
 */
final class Loudness {
    /** A step is as long as a syllable or two. */
    static final Duration STEP = Duration.ofMillis(250);

    /** Below this nothing can be understood, in bytes a second: digital silence takes some 300. */
    private static final double LEAST = 700;

    /** Of what the loudest steps take. */
    private static final double SHARE = 0.3;

    /** Of 16 bit samples, some 50 decibels below the loudest that there can be: nobody is understood who is quieter. */
    private static final double LEAST_LEVEL = 100;

    /** 20 decibels below the loudest steps. */
    private static final double SHARE_OF_LEVEL = 0.1;

    private static final double LOUD = 0.9;
    private static final Duration BREATH = Duration.ofSeconds(1);

    private final double least;
    private final double share;
    private final List<Step> steps = new ArrayList<>();

    private record Step(Duration at, long amount) {}

    private Loudness(double least, double share) {
        this.least = least;
        this.share = share;
    }

    /** By the bytes that an encoder spent. */
    static Loudness byBytes() {
        return new Loudness(LEAST * STEP.toMillis() / 1000, SHARE);
    }

    /** By how loud each step was, of 16 bit samples. */
    static Loudness byLevels() {
        return new Loudness(LEAST_LEVEL, SHARE_OF_LEVEL);
    }

    /** How much there was at an instant, in the order of time within each file. */
    void add(Duration at, long amount) {
        if (!steps.isEmpty()) {
            var last = steps.getLast();
            var after = at.minus(last.at);
            if (!after.isNegative() && after.compareTo(STEP) < 0) {
                steps.set(steps.size() - 1, new Step(last.at, last.amount + amount));
                return;
            }
        }
        steps.add(new Step(at, amount));
    }

    /** When there was more than silence. */
    SpanSeries spoken() {
        var sorted = steps.stream().mapToLong(Step::amount).sorted().toArray();
        if (sorted.length == 0) {
            return SpanSeries.NONE;
        }
        double loud = sorted[(int) ((sorted.length - 1) * LOUD)];
        double enough = Math.max(least, loud * share);
        var spoken = steps.stream()
                .filter(step -> step.amount >= enough && !step.at.isNegative())
                .map(step -> new Span(step.at, step.at.plus(STEP)))
                .toList();
        return SpanSeries.covering(spoken, BREATH);
    }
}
