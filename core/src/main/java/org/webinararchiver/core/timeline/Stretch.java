package org.webinararchiver.core.timeline;

import java.time.Duration;
import java.util.Objects;

/** A part of the picture, from one instant of the recording to another, that is shown from one place. */
public sealed interface Stretch {

    /** Where on the recording's time axis it begins. */
    Duration at();

    /** How long it lasts, always more than nothing. */
    Duration lasting();

    /** Where on the recording's time axis the next one begins. */
    default Duration end() {
        return at().plus(lasting());
    }

    /**
     * Frames of a segment. Its first frame may be shown early and its last one for longer, so that a hole too short to
     * be noticed does not become a flash of black.
     *
     * @param segment the id of the segment
     * @param track the id of the track that is shown
     * @param at where on the recording's time axis it begins
     * @param lead how long the first frame is shown before its time
     * @param from the time within the segment's file that is shown once {@code lead} is over
     * @param playing how long the file runs from there
     * @param held how long the last frame stays after that
     */
    record Footage(
            String segment, String track, Duration at, Duration lead, Duration from, Duration playing, Duration held)
            implements Stretch {
        public Footage {
            Objects.requireNonNull(segment);
            Objects.requireNonNull(track);
            if (at.isNegative() || lead.isNegative() || from.isNegative() || held.isNegative()) {
                throw new IllegalArgumentException("footage of negative times: " + at + ", " + lead + ", " + from);
            }
            if (!playing.isPositive()) {
                throw new IllegalArgumentException("footage lasts longer than nothing, not " + playing);
            }
        }

        @Override
        public Duration lasting() {
            return lead.plus(playing).plus(held);
        }

        Footage heldFor(Duration longer) {
            return new Footage(segment, track, at, lead, from, playing, held.plus(longer));
        }

        /** The part before an instant at which the file is playing; its last frame does not stay. */
        Footage before(Duration instant) {
            return new Footage(segment, track, at, lead, from, instant.minus(at.plus(lead)), Duration.ZERO);
        }

        /** The part from an instant on at which the file is playing. */
        Footage after(Duration instant) {
            var gone = instant.minus(at.plus(lead));
            return new Footage(segment, track, instant, Duration.ZERO, from.plus(gone), playing.minus(gone), held);
        }

        /** When a time of the file is shown. */
        Duration shownAt(Duration fileTime) {
            return at.plus(lead).plus(fileTime.minus(from));
        }
    }

    /** Nothing to show: black. */
    record Blank(Duration at, Duration lasting) implements Stretch {
        public Blank {
            if (at.isNegative() || !lasting.isPositive()) {
                throw new IllegalArgumentException("nothing from " + at + " for " + lasting);
            }
        }
    }
}
