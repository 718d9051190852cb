package org.webinararchiver.compile.compose;

import java.util.Objects;
import org.webinararchiver.compile.picture.FrameRate;
import org.webinararchiver.core.layout.Size;

/**
 * How a composed picture is encoded.
 *
 * @param size of the screen
 * @param preset of x264
 * @param quality of x264 by its constant rate factor: the lower, the better and larger
 * @param most how many frames a second at the most: what is looked at is shown in as many as it came
 * @param ofTiles how many for people beside it
 */
public record Film(Size size, String preset, int quality, FrameRate most, FrameRate ofTiles) {
    public Film {
        Objects.requireNonNull(size);
        Objects.requireNonNull(preset);
        Objects.requireNonNull(most);
        Objects.requireNonNull(ofTiles);
    }
}
