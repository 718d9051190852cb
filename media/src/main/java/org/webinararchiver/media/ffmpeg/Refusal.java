package org.webinararchiver.media.ffmpeg;

import java.util.Objects;

/**
 * A place where ffmpeg was looked for in vain.
 *
 * @param place for example {@code /usr/bin/ffmpeg}, or {@code the PATH}
 * @param reason why it is of no use, in words for people
 */
public record Refusal(String place, String reason) {
    public Refusal {
        Objects.requireNonNull(place);
        Objects.requireNonNull(reason);
    }

    @Override
    public String toString() {
        return place + ": " + reason;
    }
}
