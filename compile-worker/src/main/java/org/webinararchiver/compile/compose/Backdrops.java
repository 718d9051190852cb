package org.webinararchiver.compile.compose;

import java.io.IOException;
import java.nio.file.Path;

/** The pictures of what does not move. */
@FunctionalInterface
interface Backdrops {
    /** A file with the picture of this ground, drawn when it is asked for first. May be called from many threads. */
    Path of(Ground ground) throws IOException;
}
