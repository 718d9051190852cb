package org.webinararchiver.compile.script;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.webinararchiver.compile.compose.Window;
import org.webinararchiver.core.timeline.Stretch;

/**
 * Times of a composed recording whose frames are taken as they are coded.
 *
 * @param footage in order of time
 * @param instead windows of the same times, which are rendered when what was copied turns out to be no good
 */
public record Copied(List<Footage> footage, List<Window> instead) {
    static final Copied NOTHING = new Copied(List.of(), List.of());

    public Copied {
        footage = List.copyOf(footage);
        instead = List.copyOf(instead);
    }

    public boolean isNothing() {
        return footage.isEmpty();
    }

    /**
     * A part of a file.
     *
     * @param to the time within the file at which reading ends
     */
    public record Footage(Stretch.Footage part, Duration to) {
        public Footage {
            Objects.requireNonNull(part);
            Objects.requireNonNull(to);
        }
    }
}
