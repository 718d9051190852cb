package org.webinararchiver.compile.sound;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.webinararchiver.compile.Damage;

/**
 * A window's sound as a FLAC file of exactly its length, quieter than it is to be, so that nothing is cut off where
 * many speak at once.
 *
 * @param damages what could not be decoded and is silent instead
 */
public record MixedWindow(Path file, List<Damage> damages) {
    public MixedWindow {
        Objects.requireNonNull(file);
        damages = List.copyOf(damages);
    }
}
