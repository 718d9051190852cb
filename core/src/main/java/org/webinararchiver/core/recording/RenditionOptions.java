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
 * @param strict whether a file in which something is missing is none
 */
public record RenditionOptions(
        Optional<Duration> start, Optional<Duration> maxDuration, Quality quality, boolean strict) {

    /** All of it, as it came, with its gaps. */
    public static final RenditionOptions USUAL =
            new RenditionOptions(Optional.empty(), Optional.empty(), Quality.SOURCE, false);

    /** @throws IllegalArgumentException when a time is none, in words for a person */
    public RenditionOptions {
        Objects.requireNonNull(quality);
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

    /**
     * The name of the file among a recording's artifacts: the same for the same picture and sound, for example
     * {@code video.mp4} or {@code video_720p_from-PT10M_for-PT5M.mp4}. Whether it may have gaps makes no other file.
     */
    public String fileName() {
        var name = new StringBuilder("video");
        if (quality != Quality.SOURCE) {
            name.append('_').append(quality.text());
        }
        start.ifPresent(time -> name.append("_from-").append(time));
        maxDuration.ifPresent(length -> name.append("_for-").append(length));
        return name.append(".mp4").toString();
    }
}
