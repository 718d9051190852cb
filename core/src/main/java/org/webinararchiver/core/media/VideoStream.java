package org.webinararchiver.core.media;

import java.time.Duration;
import java.util.Objects;

/**
 * The picture of a media file.
 *
 * @param codec the sample entry's name in MP4, for example {@code avc1} or {@code vp09}
 * @param width in pixels, as coded
 * @param height in pixels, as coded
 * @param start when the first frame is shown, counted from the file's beginning
 * @param duration from the first frame's start to the last one's end
 * @param frames how many there are
 * @param fingerprint equal for two streams if and only if their packets can be joined without encoding again: codec,
 *     profile, size, shape of pixels, pixel format, time base and parameter sets
 */
public record VideoStream(
        String codec, int width, int height, Duration start, Duration duration, long frames, String fingerprint) {
    public VideoStream {
        Objects.requireNonNull(codec);
        Objects.requireNonNull(start);
        Objects.requireNonNull(duration);
        Objects.requireNonNull(fingerprint);
    }

    /** Frames a second on average; zero for a stream that lasts no time. */
    public double frameRate() {
        return duration.isZero() ? 0 : frames * 1e9 / duration.toNanos();
    }
}
