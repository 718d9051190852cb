package org.webinararchiver.compile.compose;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.webinararchiver.core.layout.Screen;
import org.webinararchiver.core.layout.Size;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.media.VideoStream;
import org.webinararchiver.core.scene.Stage;
import org.webinararchiver.core.timeline.Picture;
import org.webinararchiver.core.timeline.Span;
import org.webinararchiver.core.timeline.Stretch;
import org.webinararchiver.core.timeline.Stretch.Blank;
import org.webinararchiver.core.timeline.Stretch.Footage;

/**
 * The times of a composed recording in which a film fills the screen and nothing else is to be seen.
 *
 * @param screen the size of the screen
 * @param probes what the segments' files hold, by the segments' ids
 */
public record LoneFilms(Storyboard storyboard, Size screen, Map<String, MediaProbe> probes) {
    /** Where frames of different making meet there is a key frame and a process for those that are encoded. */
    public static final Duration SHORTEST = Duration.ofSeconds(10);

    /**
     * What is seen where a film comes in exactly the size of the screen. Everything else is blank, also where a film is
     * alone for less than {@link #SHORTEST}.
     */
    public Picture inSizeOfScreen() {
        var stretches = new ArrayList<Stretch>();
        var reached = Duration.ZERO;
        for (var footage : footage()) {
            if (!sizeOf(footage).equals(screen)) {
                continue;
            }
            fill(stretches, reached, footage.at());
            stretches.add(footage);
            reached = footage.end();
        }
        fill(stretches, reached, storyboard.grounds().getLast().scene().time().until());
        return new Picture(stretches);
    }

    private static void fill(List<Stretch> stretches, Duration from, Duration until) {
        if (from.compareTo(until) < 0) {
            stretches.add(new Blank(from, until.minus(from)));
        }
    }

    /** The size in which most of it came, where that is so for half of the recording at least. */
    Optional<Size> usualSize() {
        var times = footage().stream()
                .collect(Collectors.groupingBy(
                        this::sizeOf, Collectors.reducing(Duration.ZERO, Footage::lasting, Duration::plus)));
        var all = storyboard.grounds().getLast().scene().time().until();
        return times.entrySet().stream()
                .filter(entry -> entry.getValue().multipliedBy(2).compareTo(all) >= 0)
                .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(Map.Entry::getKey);
    }

    private Size sizeOf(Footage footage) {
        VideoStream video = probes.get(footage.segment()).video().orElseThrow();
        return new Size(Math.max(1, video.width()), Math.max(1, video.height()));
    }

    private List<Footage> footage() {
        return times().stream()
                .flatMap(time ->
                        storyboard.moving().stream().flatMap(moving -> Storyboard.cut(moving.footage(), time).stream()))
                .toList();
    }

    private List<Span> times() {
        var times = new ArrayList<Span>();
        for (var ground : storyboard.grounds()) {
            if (!isAlone(ground)) {
                continue;
            }
            var time = ground.scene().time();
            boolean goesOn = !times.isEmpty() && times.getLast().until().equals(time.from());
            times.add(goesOn ? new Span(times.removeLast().from(), time.until()) : time);
        }
        return times.stream()
                .filter(time -> time.lasting().compareTo(SHORTEST) >= 0)
                .toList();
    }

    private boolean isAlone(Ground ground) {
        var isFilm =
                switch (ground.scene().stage()) {
                    case Stage.Screen shared -> true;
                    case Stage.Camera camera -> true;
                    case Stage.OfSlide slide -> false;
                    case Stage.Nothing nothing -> false;
                };
        return isFilm && ground.seating().equals(new Screen(screen).filled());
    }
}
