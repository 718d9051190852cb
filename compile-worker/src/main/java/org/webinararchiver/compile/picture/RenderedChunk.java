package org.webinararchiver.compile.picture;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Encoded frames.
 *
 * @param file holds exactly {@code frames} of them
 * @param first the number of the first one, counted from the recording's beginning
 */
public record RenderedChunk(Path file, long first, long frames) {
    public RenderedChunk {
        Objects.requireNonNull(file);
    }

    /** The number of the frame after its last one. */
    public long next() {
        return first + frames;
    }
}
