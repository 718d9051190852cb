package org.webinararchiver.compile.compose;

import java.util.Objects;
import org.webinararchiver.core.manifest.Slide;

/**
 * A slide whose file is there and holds no picture that can be drawn.
 *
 * @param why for whoever reads a log; it may hold words of the file's
 */
public record UnreadableSlide(Slide slide, String why) {
    public UnreadableSlide {
        Objects.requireNonNull(slide);
        Objects.requireNonNull(why);
    }
}
