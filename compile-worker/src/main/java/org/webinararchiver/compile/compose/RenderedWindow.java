package org.webinararchiver.compile.compose;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.webinararchiver.compile.Damage;

/**
 * A window that was encoded.
 *
 * @param frames how many the file has
 * @param damages what could not be decoded and is not shown
 */
record RenderedWindow(Path file, long frames, List<Damage> damages) {
    RenderedWindow {
        Objects.requireNonNull(file);
        damages = List.copyOf(damages);
    }
}
