package org.webinararchiver.compile.script;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.webinararchiver.compile.compose.LoneFilms;
import org.webinararchiver.compile.compose.Storyboard;
import org.webinararchiver.core.timeline.Span;
import org.webinararchiver.core.timeline.Stretch.Footage;

/**
 * When frames are copied and when not, to the microsecond. What is copied is worth its joins, and between it there is
 * room for frames.
 */
final class CopiedTimes {
    /** In a shorter time there may be no frame at all. */
    private static final Duration SHORTEST_BETWEEN = Duration.ofMillis(500);

    private final List<Span> spans = new ArrayList<>();
    private final List<Footage> footage = new ArrayList<>();
    private final Duration duration;

    private CopiedTimes(Duration duration) {
        this.duration = duration;
    }

    /**
     * Chooses among what could be copied.
     *
     * @param footage in order of time
     * @param duration of the recording
     */
    static CopiedTimes of(List<Footage> footage, Duration duration) {
        var times = new CopiedTimes(duration);
        runs(footage).forEach(times::add);
        times.makeRoomBefore(duration);
        return times;
    }

    /** Files that adjoin. */
    private static List<List<Footage>> runs(List<Footage> footage) {
        var runs = new ArrayList<List<Footage>>();
        for (var one : footage) {
            if (runs.isEmpty() || !runs.getLast().getLast().end().equals(one.at())) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(one);
        }
        return runs;
    }

    private void add(List<Footage> run) {
        // At the beginning nothing can be shortened, but any other file can be begun with as well.
        var kept = spans.isEmpty()
                ? run.stream()
                        .dropWhile(one -> lacksRoom(Duration.ZERO, micros(one.at())))
                        .toList()
                : run;
        if (kept.isEmpty()) {
            return;
        }
        var time = new Span(micros(kept.getFirst().at()), micros(kept.getLast().end()));
        if (time.lasting().compareTo(LoneFilms.SHORTEST) >= 0) {
            makeRoomBefore(time.from());
            spans.add(time);
            footage.addAll(kept);
        }
    }

    private void makeRoomBefore(Duration instant) {
        if (!spans.isEmpty() && lacksRoom(spans.getLast().until(), instant)) {
            var last = spans.removeLast();
            var shorter = new Span(last.from(), instant.minus(SHORTEST_BETWEEN));
            spans.add(shorter);
            var kept = footage.stream()
                    .flatMap(one -> Storyboard.cut(one, new Span(Duration.ZERO, shorter.until())).stream())
                    .toList();
            footage.clear();
            footage.addAll(kept);
        }
    }

    private static boolean lacksRoom(Duration from, Duration until) {
        return from.compareTo(until) < 0 && until.minus(from).compareTo(SHORTEST_BETWEEN) < 0;
    }

    private static Duration micros(Duration time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    /** When frames are copied, in order. */
    List<Span> spans() {
        return List.copyOf(spans);
    }

    /** All other times, in order. */
    List<Span> between() {
        var between = new ArrayList<Span>();
        var reached = Duration.ZERO;
        for (var span : spans) {
            if (reached.compareTo(span.from()) < 0) {
                between.add(new Span(reached, span.from()));
            }
            reached = span.until();
        }
        if (reached.compareTo(duration) < 0) {
            between.add(new Span(reached, duration));
        }
        return between;
    }

    /** What is copied, in order. */
    List<Footage> footage() {
        return List.copyOf(footage);
    }
}
