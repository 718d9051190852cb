package org.webinararchiver.compile.picture;

import java.util.Objects;

/**
 * What became of a chunk of footage.
 *
 * @param chunk as many frames as the file gave, none when it gave none
 * @param hasHoles whether frames are missing before its end: others are shown for longer in their place
 */
record RenderedFootage(RenderedChunk chunk, boolean hasHoles) {
    RenderedFootage {
        Objects.requireNonNull(chunk);
    }
}
