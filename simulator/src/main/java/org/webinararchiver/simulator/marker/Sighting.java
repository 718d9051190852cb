package org.webinararchiver.simulator.marker;

import java.util.Objects;

/**
 * A source's picture that was found within another picture.
 *
 * @param area the place that the source's whole picture takes, to about a pixel
 */
public record Sighting(FrameReading reading, Area area) {
    public Sighting {
        Objects.requireNonNull(reading);
        Objects.requireNonNull(area);
    }
}
