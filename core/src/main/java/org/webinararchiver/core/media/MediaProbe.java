package org.webinararchiver.core.media;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What a media file turned out to hold. Of several streams of a kind, the first.
 *
 * @param duration from the file's first to its last instant, the longer of its streams
 */
public record MediaProbe(Duration duration, Optional<VideoStream> video, Optional<AudioStream> audio) {
    public MediaProbe {
        Objects.requireNonNull(duration);
        Objects.requireNonNull(video);
        Objects.requireNonNull(audio);
    }
}
