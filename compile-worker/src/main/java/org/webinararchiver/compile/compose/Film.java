package org.webinararchiver.compile.compose;

import java.util.Objects;
import java.util.Optional;
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
 * @param copied the fingerprint of films whose frames are copied too; where they are laid upon a ground, their colours
 *     stay as they are, since they do in what is copied
 */
public record Film(Size size, X264 encoder, FrameRate most, FrameRate ofTiles, Optional<String> copied) {
    public Film {
        Objects.requireNonNull(size);
        Objects.requireNonNull(encoder);
        Objects.requireNonNull(most);
        Objects.requireNonNull(ofTiles);
        Objects.requireNonNull(copied);
    }

    /** The same, coded so that it can stand beside copied frames of this fingerprint. */
    public Film beside(String fingerprint, Coding coding) {
        return new Film(size, encoder.with(coding), most, ofTiles, Optional.of(fingerprint));
    }
}
