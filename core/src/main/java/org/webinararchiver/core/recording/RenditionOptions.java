package org.webinararchiver.core.recording;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * What file is wanted of a recording. Other options of the same recording make another file of the same segments.
 *
 * @param start where on the recording's time axis the file begins, zero or later, in whole milliseconds; absent for its
 *     beginning
 * @param maxDuration how long the file may be, more than nothing; absent for all that is left
 * @param look how it is to look
 * @param strict whether a file in which something is missing is none
 * @param stems whether the sound of each participant is wanted beside it
 */
public record RenditionOptions(
        Optional<Duration> start, Optional<Duration> maxDuration, Look look, boolean strict, boolean stems) {

    /** All of it, as it came, with its gaps. */
    public static final RenditionOptions USUAL =
            new RenditionOptions(Optional.empty(), Optional.empty(), Look.USUAL, false, false);

    /** @throws IllegalArgumentException when a time is none, in words for a person */
    public RenditionOptions {
        Objects.requireNonNull(look);
        start = start.map(RenditionOptions::inMillis).filter(time -> !time.isZero());
        maxDuration = maxDuration.map(RenditionOptions::inMillis);
        if (start.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("A recording begins at zero or later, not at " + start.get() + ".");
        }
        if (maxDuration.filter(length -> !length.isPositive()).isPresent()) {
            throw new IllegalArgumentException("A file lasts more than no time, not " + maxDuration.get() + ".");
        }
    }

    private static Duration inMillis(Duration time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Whether nothing of the recording is left out. */
    public boolean isWhole() {
        return start.isEmpty() && maxDuration.isEmpty();
    }

    /** What the file is called among the recording's artifacts. */
    public RenditionName fileName() {
        return RenditionName.of(this);
    }
}
