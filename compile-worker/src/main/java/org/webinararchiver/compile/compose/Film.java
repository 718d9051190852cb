package org.webinararchiver.compile.compose;

import java.util.Objects;
import org.webinararchiver.compile.picture.Coding;
import org.webinararchiver.compile.picture.FrameRate;
import org.webinararchiver.compile.picture.X264;
import org.webinararchiver.core.layout.Size;

/**
 * How a composed picture is encoded.
 *
 * @param size of the screen
 * @param most how many frames a second at the most: what is looked at is shown in as many as it came
 * @param ofTiles how many for people beside it
 */
public record Film(Size size, X264 encoder, FrameRate most, FrameRate ofTiles) {
    public Film {
        Objects.requireNonNull(size);
        Objects.requireNonNull(encoder);
        Objects.requireNonNull(most);
        Objects.requireNonNull(ofTiles);
    }

    /** The same, coded otherwise. */
    public Film with(Coding coding) {
        return new Film(size, encoder.with(coding), most, ofTiles);
    }
}
