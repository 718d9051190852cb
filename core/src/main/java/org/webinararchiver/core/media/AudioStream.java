package org.webinararchiver.core.media;

import java.time.Duration;
import java.util.Objects;

/**
 * The sound of a media file.
 *
 * @param codec the sample entry's name in MP4, for example {@code mp4a} or {@code Opus}
 * @param sampleRate in hertz
 * @param channels 1 or more
 * @param start when the first sample is heard, counted from the file's beginning
 * @param duration of what is heard
 * @param fingerprint equal for two streams if and only if their packets can be joined without encoding again
 */
public record AudioStream(
        String codec, int sampleRate, int channels, Duration start, Duration duration, String fingerprint) {
    public AudioStream {
        Objects.requireNonNull(codec);
        Objects.requireNonNull(start);
        Objects.requireNonNull(duration);
        Objects.requireNonNull(fingerprint);
    }
}
