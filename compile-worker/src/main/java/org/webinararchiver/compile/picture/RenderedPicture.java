package org.webinararchiver.compile.picture;

import java.util.List;
import java.util.Objects;
import org.webinararchiver.compile.Damage;

/**
 * What was encoded of a picture.
 *
 * @param chunks in order; those of one run adjoin
 * @param damages what could not be decoded and is black instead
 */
public record RenderedPicture(PictureForm form, List<RenderedChunk> chunks, List<Damage> damages) {
    public RenderedPicture {
        Objects.requireNonNull(form);
        chunks = List.copyOf(chunks);
        damages = List.copyOf(damages);
    }
}
