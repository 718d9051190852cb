package org.webinararchiver.compile.sound;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.webinararchiver.compile.Damage;

/**
 * The whole sound of a recording as AAC, in MP4 or as bare packets behind headers of their own (ADTS).
 *
 * @param channels 1 or 2
 * @param damages what could not be decoded and is silent instead
 */
public record SoundFile(Path file, int channels, List<Damage> damages) {
    public SoundFile {
        Objects.requireNonNull(file);
        damages = List.copyOf(damages);
    }
}
