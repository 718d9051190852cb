package org.webinararchiver.simulator.witness;

import java.time.Duration;
import java.util.Objects;

/**
 * How far a file may be from the truth.
 *
 * @param picture how much earlier or later a frame may be shown, beyond the time that each frame of its source lasts
 * @param sound how much earlier or later a voice may begin
 * @param duration by how much the file may be shorter or longer
 */
public record Tolerance(Duration picture, Duration sound, Duration duration) {
    /**
     * A frame of 25 a second and a half for the picture; two packets of AAC for the sound, which can be cut at packets
     * only.
     */
    public static final Tolerance USUAL =
            new Tolerance(Duration.ofMillis(60), Duration.ofMillis(45), Duration.ofMillis(250));

    public Tolerance {
        Objects.requireNonNull(picture);
        Objects.requireNonNull(sound);
        Objects.requireNonNull(duration);
    }
}
