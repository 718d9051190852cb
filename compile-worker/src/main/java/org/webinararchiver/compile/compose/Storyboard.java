package org.webinararchiver.compile.compose;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.webinararchiver.core.layout.Arrangement;
import org.webinararchiver.core.layout.Box;
import org.webinararchiver.core.layout.Size;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.scene.Person;
import org.webinararchiver.core.scene.Scene;
import org.webinararchiver.core.scene.Stage;
import org.webinararchiver.core.timeline.Appearance;
import org.webinararchiver.core.timeline.Span;
import org.webinararchiver.core.timeline.Stretch.Footage;

/**
 * What is drawn and what moves, from the beginning of a recording to its end.
 *
 * @param grounds in order of time, adjoining
 * @param moving in order of time
 */
public record Storyboard(List<Ground> grounds, List<Moving> moving) {
    /** A picture this much larger than it came is blurred rather than large. */
    private static final double ENLARGED = 2;

    /** So much of a file's end has a frame in it. */
    private static final Duration LAST_FRAME = Duration.ofMillis(100);

    private static final Duration LONGEST_WINDOW = Duration.ofSeconds(30);
    private static final Duration SHORTEST_WINDOW = Duration.ofSeconds(2);

    private static final long NANOS = 1_000_000_000L;

    /** Each opens a file and a decoder, which takes memory until the process ends. */
    private static final int MOST_FILES = 24;

    public Storyboard {
        grounds = List.copyOf(grounds);
        moving = List.copyOf(moving);
    }

    /**
     * Lays everything out.
     *
     * @param scenes that keep to the rules of this arrangement
     * @param probes what the segments' files hold, by the segments' ids
     */
    public static Storyboard of(
            List<Scene> scenes, Arrangement arrangement, List<Appearance> appearances, Map<String, MediaProbe> probes) {
        var tracks =
                appearances.stream().collect(Collectors.toMap(one -> one.track().id(), Function.identity()));
        var grounds = scenes.stream()
                .map(scene -> new Ground(scene, arrangement.of(scene)))
                .toList();
        var moving = new ArrayList<Moving>();
        var open = new HashMap<Box, Moving>();
        for (var ground : grounds) {
            for (var next : moving(ground, tracks, probes)) {
                var before = open.get(next.box());
                var joined = before == null ? Optional.<Moving>empty() : before.joinedBy(next);
                if (joined.isPresent()) {
                    moving.remove(before);
                    moving.add(joined.get());
                    open.put(next.box(), joined.get());
                } else {
                    moving.add(next);
                    open.put(next.box(), next);
                }
            }
        }
        return new Storyboard(
                grounds,
                moving.stream().sorted(Comparator.comparing(Moving::from)).toList());
    }

    private static List<Moving> moving(Ground ground, Map<String, Appearance> tracks, Map<String, MediaProbe> probes) {
        var moving = new ArrayList<Moving>();
        var scene = ground.scene();
        ground.seating().stage().ifPresent(box -> {
            var track =
                    switch (scene.stage()) {
                        case Stage.Screen(var screen) -> Stream.of(screen);
                        case Stage.Camera(var person) -> Stream.of(person.track());
                        case Stage.OfSlide(var slide) -> Stream.<String>empty();
                        case Stage.Nothing() -> Stream.<String>empty();
                    };
            track.forEach(id -> add(moving, tracks.get(id), scene.time(), box, probes));
        });
        for (int seat = 0; seat < ground.seating().seats().size(); seat++) {
            Person person = scene.people().get(seat);
            if (person.seen()) {
                add(
                        moving,
                        tracks.get(person.track()),
                        scene.time(),
                        ground.seating().seats().get(seat).picture(),
                        probes);
            }
        }
        return moving;
    }

    private static void add(List<Moving> moving, Appearance track, Span time, Box box, Map<String, MediaProbe> probes) {
        for (var footage : track.seen()) {
            cut(footage, time).ifPresent(part -> {
                var video = probes.get(part.segment()).video().orElseThrow();
                var size = new Size(Math.max(1, video.width()), Math.max(1, video.height()));
                moving.add(new Moving(part, box.fitting(size, ENLARGED)));
            });
        }
    }

    /** The part of it that is shown within a time; of one whose last frame stays, at least that frame. */
    public static Optional<Footage> cut(Footage footage, Span time) {
        var from = footage.at().compareTo(time.from()) > 0 ? footage.at() : time.from();
        var until = footage.end().compareTo(time.until()) < 0 ? footage.end() : time.until();
        if (from.compareTo(until) >= 0) {
            return Optional.empty();
        }
        var gone = earlier(from.minus(footage.at()), footage.playing().minus(LAST_FRAME));
        gone = gone.isNegative() ? Duration.ZERO : gone;
        var wanted = until.minus(from);
        var playing = earlier(footage.playing().minus(gone), wanted);
        return Optional.of(new Footage(
                footage.segment(),
                footage.track(),
                from,
                Duration.ZERO,
                footage.from().plus(gone),
                playing,
                wanted.minus(playing)));
    }

    private static Duration earlier(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** Divided so that one process can render each. They begin at whole seconds. */
    public List<Window> windows() {
        return grounds.isEmpty()
                ? List.of()
                : windows(
                        new Span(Duration.ZERO, grounds.getLast().scene().time().until()));
    }

    /** The same of a part of the time. The first begins where that does, the last ends there. */
    public List<Window> windows(Span time) {
        var windows = new ArrayList<Window>();
        var end = time.until();
        var from = time.from();
        while (from.compareTo(end) < 0) {
            var until = windowEnd(from, end);
            windows.add(window(new Span(from, until)));
            from = until;
        }
        return windows;
    }

    private Duration windowEnd(Duration from, Duration end) {
        var length = LONGEST_WINDOW;
        while (length.compareTo(SHORTEST_WINDOW) > 0 && files(from, from.plus(length)) > MOST_FILES) {
            length = Duration.ofSeconds(length.toSeconds() / 2);
        }
        var until = changeOfPace(from, from.plus(length)).orElse(from.plus(length));
        var isNearlyAll = end.minus(until).compareTo(SHORTEST_WINDOW) < 0;
        return isNearlyAll ? end : until;
    }

    /** All of a window has as many frames as its liveliest part needs, so it ends where that part does. */
    private Optional<Duration> changeOfPace(Duration from, Duration until) {
        var first = shown(from, from.plusSeconds(1)).stream()
                .map(Pace::of)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return shown(from, until).stream()
                .dropWhile(ground -> Pace.of(ground) != first)
                .filter(ground -> Pace.of(ground) != first)
                .findFirst()
                .map(next ->
                        wholeSecond(next.scene().time().from(), Pace.of(next).compareTo(first) < 0))
                .map(change -> later(change, from.plus(SHORTEST_WINDOW)))
                .filter(change -> change.compareTo(until) < 0);
    }

    /** How many frames what is looked at has; people who are shown small are to be seen in fewer. */
    private enum Pace {
        STILL,
        SCREEN,
        CAMERA;

        static Pace of(Ground ground) {
            return switch (ground.scene().stage()) {
                case Stage.Camera camera -> CAMERA;
                case Stage.Screen screen -> SCREEN;
                case Stage.OfSlide slide -> STILL;
                case Stage.Nothing nothing -> STILL;
            };
        }
    }

    private List<Ground> shown(Duration from, Duration until) {
        var time = new Span(from, until);
        return grounds.stream()
                .filter(ground -> isIn(ground.scene().time(), time))
                .toList();
    }

    private static Duration wholeSecond(Duration time, boolean up) {
        return Duration.ofSeconds(up ? Math.ceilDiv(time.toNanos(), NANOS) : time.toSeconds());
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private long files(Duration from, Duration until) {
        return moving.stream().filter(one -> one.isShownIn(from, until)).count();
    }

    private Window window(Span time) {
        return new Window(
                time,
                shown(time.from(), time.until()),
                moving.stream()
                        .filter(one -> one.isShownIn(time.from(), time.until()))
                        .flatMap(one -> cut(one.footage(), time).stream().map(part -> new Moving(part, one.box())))
                        .toList());
    }

    private static boolean isIn(Span ground, Span time) {
        return ground.from().compareTo(time.until()) < 0 && time.from().compareTo(ground.until()) < 0;
    }
}
