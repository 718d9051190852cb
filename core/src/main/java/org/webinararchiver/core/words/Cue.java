package org.webinararchiver.core.words;

import java.util.List;
import org.webinararchiver.core.timeline.Span;

/**
 * A message while it is shown below the picture.
 *
 * @param time in whole milliseconds
 * @param lines of what is shown, at least one and none of them blank
 */
record Cue(Span time, List<String> lines) {
    Cue {
        lines = List.copyOf(lines);
    }
}
