package org.webinararchiver.compile.picture;

import java.util.List;
import java.util.Objects;
import org.webinararchiver.compile.Damage;

/**
 * A picture whose chunks are all encoded.
 *
 * @param chunks in order, adjoining, from frame 0 to the recording's end
 * @param damages what could not be decoded and is black instead
 */
public record RenderedPicture(PictureForm form, List<RenderedChunk> chunks, List<Damage> damages) {
    public RenderedPicture {
        Objects.requireNonNull(form);
        chunks = List.copyOf(chunks);
        damages = List.copyOf(damages);
    }
}
