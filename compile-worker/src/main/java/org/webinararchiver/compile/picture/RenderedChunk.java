package org.webinararchiver.compile.picture;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * Encoded frames.
 *
 * @param file holds exactly {@code frames} of them
 * @param origin when frame 0 is shown, from which the others are counted
 * @param first the number of the first one
 */
public record RenderedChunk(Path file, Duration origin, long first, long frames) {
    public RenderedChunk {
        Objects.requireNonNull(origin);
        Objects.requireNonNull(file);
    }

    /** The number of the frame after its last one. */
    public long next() {
        return first + frames;
    }
}
