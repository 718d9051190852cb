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
 * @param ofStage how many frames a second while what is looked at moves
 * @param ofTiles how many while only people beside it do
 */
public record Film(Size size, String preset, int quality, FrameRate ofStage, FrameRate ofTiles) {
    public Film {
        Objects.requireNonNull(size);
        Objects.requireNonNull(preset);
        Objects.requireNonNull(ofStage);
        Objects.requireNonNull(ofTiles);
    }
}
