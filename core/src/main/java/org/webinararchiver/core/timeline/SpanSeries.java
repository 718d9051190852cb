package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Times that do not overlap, found quickly.
 *
 * @param spans in order of time
 */
public record SpanSeries(List<Span> spans) {
    public static final SpanSeries NONE = new SpanSeries(List.of());

    public SpanSeries {
        spans = List.copyOf(spans);
        for (int next = 1; next < spans.size(); next++) {
            if (spans.get(next).from().compareTo(spans.get(next - 1).until()) < 0) {
                throw new IllegalArgumentException(spans.get(next) + " overlaps " + spans.get(next - 1));
            }
        }
    }

    /** The times that are covered by any of these, two of them being one when they are less than this apart. */
    public static SpanSeries covering(List<Span> spans, Duration shortestHole) {
        var joined = new ArrayList<Span>();
        for (var span : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
            if (!joined.isEmpty() && isNear(joined.getLast(), span, shortestHole)) {
                var last = joined.removeLast();
                joined.add(new Span(last.from(), later(last.until(), span.until())));
            } else {
                joined.add(span);
            }
        }
        return new SpanSeries(joined);
    }

    private static boolean isNear(Span last, Span next, Duration shortestHole) {
        var hole = next.from().minus(last.until());
        return !hole.isPositive() || hole.compareTo(shortestHole) < 0;
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** The same times, without holes shorter than this. */
    public SpanSeries withoutHoles(Duration shortestHole) {
        return covering(spans, shortestHole);
    }

    /** The last time that has begun at an instant, whether it is over or not. */
    public Optional<Span> begunAt(Duration instant) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).from().compareTo(instant) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? Optional.empty() : Optional.of(spans.get(low - 1));
    }

    /** The time that an instant is part of. */
    public Optional<Span> at(Duration instant) {
        return begunAt(instant).filter(span -> span.holds(instant));
    }

    /** What is left of these times outside the others. */
    public SpanSeries without(SpanSeries others) {
        var left = new ArrayList<Span>();
        for (var span : spans) {
            var from = span.from();
            for (var other : others.spans) {
                if (other.until().compareTo(from) <= 0 || other.from().compareTo(span.until()) >= 0) {
                    continue;
                }
                if (from.compareTo(other.from()) < 0) {
                    left.add(new Span(from, other.from()));
                }
                from = later(from, other.until());
            }
            if (from.compareTo(span.until()) < 0) {
                left.add(new Span(from, span.until()));
            }
        }
        return new SpanSeries(left);
    }

    /** Whether one of these times ends where another begins, or begins where it ends. */
    boolean touches(Span other) {
        return spans.stream()
                .anyMatch(
                        span -> span.until().equals(other.from()) || span.from().equals(other.until()));
    }

    /** How long all of them last. */
    public Duration inAll() {
        return spans.stream().map(Span::lasting).reduce(Duration.ZERO, Duration::plus);
    }
}
