package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;

/**
 * Which of two tracks is shown when both have a picture.
 *
 * @param inAll how long the track has a picture in the whole recording
 * @param place of the track in the manifest; of two that are equal otherwise, the first is shown
 */
record Rank(Kind kind, Duration inAll, int place) {

    /** What a track shows, the most important first. */
    enum Kind {
        LECTURERS_SCREEN,
        SCREEN,
        LECTURER,
        PERSON;

        boolean isScreen() {
            return this == LECTURERS_SCREEN || this == SCREEN;
        }
    }

    /** The best first: whoever has most picture in all, so that the picture does not flicker between people. */
    static final Comparator<Rank> BEST = Comparator.comparing(Rank::kind)
            .thenComparing(Rank::inAll, Comparator.reverseOrder())
            .thenComparingInt(Rank::place);

    Rank {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(inAll);
    }
}
