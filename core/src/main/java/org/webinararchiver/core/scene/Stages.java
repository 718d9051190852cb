package org.webinararchiver.core.scene;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.webinararchiver.core.manifest.Manifest;
import org.webinararchiver.core.manifest.Slide;
import org.webinararchiver.core.manifest.Track;
import org.webinararchiver.core.timeline.Appearance;
import org.webinararchiver.core.timeline.Span;
import org.webinararchiver.core.timeline.SpanSeries;

/**
 * Chooses what is looked at: a shared screen that has a picture, else the slide that is shown, else the lecturer, else
 * whoever speaks. Of two screens the lecturer's is shown, else the one that was shared last. Somebody who is looked at
 * stays until somebody else speaks.
 */
final class Stages {
    private final List<SharedScreen> screens;
    private final List<Slide> slides;
    private Optional<String> watched = Optional.empty();

    private record SharedScreen(String track, boolean isLecturers, SpanSeries seen) {}

    private Stages(List<SharedScreen> screens, List<Slide> slides) {
        this.screens = screens;
        this.slides = slides;
    }

    /** @param hasPicture whether the picture of a slide is there */
    static Stages of(Manifest manifest, List<Appearance> appearances, Predicate<Slide> hasPicture) {
        var screens = appearances.stream()
                .filter(appearance -> appearance.track().kind() == Track.Kind.SCREEN)
                .map(appearance -> screen(manifest, appearance))
                .toList();
        var slides = manifest.proceedings().slides().stream().filter(hasPicture).toList();
        return new Stages(screens, slides);
    }

    private static SharedScreen screen(Manifest manifest, Appearance appearance) {
        var track = appearance.track();
        var isLecturers = track.participant().isPresent() && track.participant().equals(manifest.lecturer());
        return new SharedScreen(track.id(), isLecturers, appearance.seenAt());
    }

    /** Every instant at which something but people may change. */
    Stream<Duration> changes() {
        var shared = screens.stream()
                .flatMap(screen -> screen.seen().spans().stream())
                .flatMap(span -> Stream.of(span.from(), span.until()));
        var shown = slides.stream().flatMap(slide -> Stream.of(slide.from(), slide.until()));
        return Stream.concat(shared, shown);
    }

    /**
     * What is looked at from an instant on. Instants are asked for in their order.
     *
     * @param present who is there, by their standing
     */
    Stage at(Duration instant, Map<Member, Person> present) {
        return screen(instant)
                .or(() -> slide(instant))
                .or(() -> camera(instant, present))
                .orElseGet(Stage.Nothing::new);
    }

    private Optional<Stage> screen(Duration instant) {
        return screens.stream()
                .filter(screen -> screen.seen().at(instant).isPresent())
                .max(Comparator.comparing(SharedScreen::isLecturers).thenComparing(screen -> since(screen, instant)))
                .map(screen -> new Stage.Screen(screen.track()));
    }

    private static Duration since(SharedScreen screen, Duration instant) {
        return screen.seen().at(instant).map(Span::from).orElseThrow();
    }

    private Optional<Stage> slide(Duration instant) {
        return slides.stream()
                .filter(slide -> new Span(slide.from(), slide.until()).holds(instant))
                .reduce((earlier, later) -> later)
                .map(Stage.OfSlide::new);
    }

    private Optional<Stage> camera(Duration instant, Map<Member, Person> present) {
        var seen = present.keySet().stream()
                .filter(member -> present.get(member).seen())
                .toList();
        var chosen = seen.stream().filter(Member::isLecturer).findFirst().or(() -> speaker(instant, seen));
        watched = chosen.map(Member::id);
        return chosen.map(member -> new Stage.Camera(present.get(member)));
    }

    private Optional<Member> speaker(Duration instant, List<Member> seen) {
        var stays = seen.stream()
                .filter(member -> watched.filter(member.id()::equals).isPresent())
                .findFirst();
        if (stays.isPresent() && stays.get().speaks(instant)) {
            return stays;
        }
        return seen.stream()
                .filter(member -> member.speaks(instant))
                .min(Comparator.comparing(member -> member.speaksSince(instant)))
                .or(() -> stays)
                .or(() -> seen.stream().findFirst());
    }
}
