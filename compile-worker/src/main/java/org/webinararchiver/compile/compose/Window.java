package org.webinararchiver.compile.compose;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.webinararchiver.core.manifest.Segment;
import org.webinararchiver.core.scene.Stage;
import org.webinararchiver.core.timeline.Span;

/**
 * A time of the recording that one process renders.
 *
 * @param grounds what is shown one after another, at least one, together covering the whole time; the first may have
 *     begun before, the last may go on
 * @param moving what moves upon them, wholly or partly within this time
 */
public record Window(Span time, List<Ground> grounds, List<Moving> moving) {
    public Window {
        Objects.requireNonNull(time);
        grounds = List.copyOf(grounds);
        moving = List.copyOf(moving);
    }

    /** The ids of the segments of what moves in it, and of the slides that are shown. */
    public Set<String> segments() {
        var slides = grounds.stream().flatMap(ground -> switch (ground.scene().stage()) {
            case Stage.OfSlide(var slide) -> slide.file().map(Segment::id).stream();
            case Stage.Screen screen -> Stream.<String>empty();
            case Stage.Camera camera -> Stream.<String>empty();
            case Stage.Nothing nothing -> Stream.<String>empty();
        });
        return Stream.concat(slides, moving.stream().map(one -> one.footage().segment()))
                .collect(Collectors.toSet());
    }

    /** The same without some of what moves. */
    Window without(List<Moving> left) {
        return new Window(
                time,
                grounds,
                moving.stream().filter(one -> !left.contains(one)).toList());
    }
}
