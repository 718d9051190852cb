package org.webinararchiver.simulator.meeting;

import java.time.Duration;
import java.util.Objects;

/**
 * What a take's file holds that does not belong into the recording.
 *
 * @param before the take begins: the platform lists the file as one that is running already
 * @param after the take ends: the platform says so, and the file goes on
 * @param parting how the platform says so
 */
public record Excess(Duration before, Duration after, Parting parting) {
    public static final Excess NONE = new Excess(Duration.ZERO, Duration.ZERO);

    public Excess {
        Objects.requireNonNull(parting);
        if (before.isNegative() || after.isNegative()) {
            throw new IllegalArgumentException("an excess is zero or more: " + before + ", " + after);
        }
    }

    /** An excess after which the stream ends. */
    public Excess(Duration before, Duration after) {
        this(before, after, Parting.STREAM_DELETED);
    }

    /** A file that goes on this much longer than its take. */
    public static Excess after(Duration end, Parting parting) {
        return new Excess(Duration.ZERO, end, parting);
    }

    /** The ways of the platform to say that a take ends. */
    public enum Parting {
        /** The stream is deleted. */
        STREAM_DELETED,
        /** The camera or the shared screen is updated with {@code isDeleted}. */
        SOURCE_DELETED,
        /** The conference is deleted; how long the file is, nobody says. */
        CONFERENCE_DELETED,
        /** The person goes offline; how long the file is, nobody says. */
        WENT_OFFLINE;

        /** What a departure ends has no length of its own, for a known length counts for more. */
        public boolean isDeparture() {
            return this == CONFERENCE_DELETED || this == WENT_OFFLINE;
        }
    }
}
