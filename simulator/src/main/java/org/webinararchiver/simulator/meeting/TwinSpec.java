package org.webinararchiver.simulator.meeting;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What the playlist is like that the platform has of a take, whose file then has only sound.
 *
 * @param packing how its pieces are handed out
 * @param encrypted whether they are encrypted with AES-128
 * @param brokenAt where in the take's file the clock begins anew, as a discontinuity; absent for nowhere
 * @param clock what the clock says at the beginning
 * @param endless whether the playlist never says that it has ended
 */
public record TwinSpec(
        Packing packing, boolean encrypted, Optional<Duration> brokenAt, Duration clock, boolean endless) {

    /** How pieces are handed out. */
    public enum Packing {
        /** Each is a file. */
        FILES,
        /** Each is a range of one file. */
        RANGES
    }

    /** What the platform usually has. */
    public static final TwinSpec USUAL = new TwinSpec(Packing.FILES, false, Optional.empty(), Duration.ZERO, false);

    public TwinSpec {
        Objects.requireNonNull(packing);
        Objects.requireNonNull(brokenAt);
        if (clock.isNegative()) {
            throw new IllegalArgumentException("a clock begins at zero or later: " + clock);
        }
    }

    public TwinSpec inRanges() {
        return new TwinSpec(Packing.RANGES, encrypted, brokenAt, clock, endless);
    }

    public TwinSpec withEncryption() {
        return new TwinSpec(packing, true, brokenAt, clock, endless);
    }

    public TwinSpec breakingAt(Duration within) {
        return new TwinSpec(packing, encrypted, Optional.of(within), clock, endless);
    }

    public TwinSpec startingAt(Duration time) {
        return new TwinSpec(packing, encrypted, brokenAt, time, endless);
    }

    public TwinSpec withoutEnd() {
        return new TwinSpec(packing, encrypted, brokenAt, clock, true);
    }
}
