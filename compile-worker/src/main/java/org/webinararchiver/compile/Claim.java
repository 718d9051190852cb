package org.webinararchiver.compile;

import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.webinararchiver.core.media.MediaProbe;
import org.webinararchiver.core.media.VideoStream;

/**
 * How long a file says that it is.
 *
 * @param lasting until its last stream ends
 * @param frames of its picture in that time; absent where it has none
 */
record Claim(Duration lasting, Optional<Long> frames) {
    /** Shorter claims do little harm, even where they are wrong. */
    private static final Duration SURELY_POSSIBLE = Duration.ofMinutes(10);

    /** Even a screen on which nothing happens is sent more often. */
    private static final int SECONDS_OF_FRAME = 10;

    Claim {
        Objects.requireNonNull(lasting);
        Objects.requireNonNull(frames);
    }

    /** @param beginsAnywhere whether its clock does not begin at zero */
    static Claim of(MediaProbe probe, boolean beginsAnywhere) {
        return new Claim(
                beginsAnywhere ? probe.duration() : end(probe), probe.video().map(VideoStream::frames));
    }

    private static Duration end(MediaProbe probe) {
        var picture = probe.video().map(video -> video.start().plus(video.duration()));
        var sound = probe.audio().map(audio -> audio.start().plus(audio.duration()));
        return Stream.of(picture, sound)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /**
     * Whether it can not be true.
     *
     * @param longest that any recording may be
     * @param bytes of the file: even silence takes more than one a second
     */
    boolean isIncredible(Duration longest, long bytes) {
        if (lasting.compareTo(SURELY_POSSIBLE) <= 0) {
            return false;
        }
        var seconds = lasting.toSeconds();
        return lasting.compareTo(longest) > 0
                || seconds > bytes
                || frames.isPresent() && frames.get() < seconds / SECONDS_OF_FRAME;
    }
}
