package org.webinararchiver.compile.compose;

import java.util.List;
import java.util.Objects;
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

    /** The same without some of what moves. */
    Window without(List<Moving> left) {
        return new Window(
                time,
                grounds,
                moving.stream().filter(one -> !left.contains(one)).toList());
    }
}
