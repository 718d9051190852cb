package org.webinararchiver.compile.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.webinararchiver.compile.measure.Expectation.Run;

/** The moments around which a joined picture can be broken. */
final class Joins {
    private static final Duration AROUND = Duration.ofMillis(500);

    /** Looking for each of many places costs more than reading everything. */
    private static final int MOST_SPANS = 100;

    /** Each is read from the key frame before it, so much more is decoded than lies in the spans. */
    private static final int SHARE_THAT_IS_NEARLY_ALL = 4;

    private Joins() {}

    /** A part of the file. */
    record Span(Duration from, Duration to) {}

    /** Of joins between frames of one making, so many are looked at: each begins with a key frame, which is decoded. */
    private static final int SAMPLE = 8;

    /**
     * Half a second to each side of each seam, and after some other joins from all over the file; in order, those that
     * overlap made one. What is before a join has to be decoded from the key frame before it, which takes ten seconds
     * of frames for one.
     */
    static List<Span> spans(Expectation expectation) {
        var spans = new ArrayList<Span>();
        for (var run : lookedAt(expectation.runs())) {
            var from = run.isSeam() ? before(run.at()) : run.at();
            var to = run.at().plus(AROUND);
            if (!spans.isEmpty() && from.compareTo(spans.getLast().to()) <= 0) {
                spans.add(new Span(spans.removeLast().from(), to));
            } else {
                spans.add(new Span(from, to));
            }
        }
        return spans;
    }

    private static Duration before(Duration join) {
        return join.compareTo(AROUND) > 0 ? join.minus(AROUND) : Duration.ZERO;
    }

    private static List<Run> lookedAt(List<Run> runs) {
        var joins = runs.stream().skip(1).toList();
        var plain = joins.stream().filter(run -> !run.isSeam()).toList();
        var some = IntStream.range(0, Math.min(SAMPLE, plain.size()))
                .mapToObj(i -> plain.get((int) ((long) i * plain.size() / SAMPLE)))
                .collect(Collectors.toSet());
        var all = plain.size() <= SAMPLE ? Set.copyOf(plain) : some;
        return joins.stream().filter(run -> run.isSeam() || all.contains(run)).toList();
    }

    /** Whether decoding the whole file costs no more than decoding these parts of it. */
    static boolean areNearlyAll(List<Span> spans, Duration duration) {
        var total = spans.stream().map(span -> span.to().minus(span.from())).reduce(Duration.ZERO, Duration::plus);
        return spans.size() > MOST_SPANS
                || total.multipliedBy(SHARE_THAT_IS_NEARLY_ALL).compareTo(duration) > 0;
    }
}
