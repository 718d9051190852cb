package org.webinararchiver.compile.picture;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.webinararchiver.compile.Damage;
import org.webinararchiver.media.mp4.AvcConfiguration;

/**
 * A picture of which everything is there that has to be joined.
 *
 * @param width in pixels
 * @param height in pixels
 * @param pieces in order
 * @param mixed parameter sets of the pieces that are copied; absent where all pieces have the same ones
 * @param damages what could not be decoded and is black instead
 */
public record MadePicture(
        int width, int height, List<Piece> pieces, Optional<AvcConfiguration> mixed, List<Damage> damages) {
    public MadePicture {
        Objects.requireNonNull(mixed);
        pieces = List.copyOf(pieces);
        damages = List.copyOf(damages);
    }
}
