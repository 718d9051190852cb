package org.webinararchiver.compile.compose;

import java.io.IOException;
import java.nio.file.Path;

/** The pictures of what does not move. */
@FunctionalInterface
interface Backdrops {
    /** Draws the picture of a ground into a BMP file. May be called from many threads. */
    void draw(Ground ground, Path file) throws IOException;
}
