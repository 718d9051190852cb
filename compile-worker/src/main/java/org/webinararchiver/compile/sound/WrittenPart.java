package org.webinararchiver.compile.sound;

import java.nio.file.Path;
import java.util.List;
import org.webinararchiver.compile.Damage;

/** A part of a lane as a FLAC file of exactly the part's length. */
record WrittenPart(Path file, List<Damage> damages) {
    WrittenPart {
        damages = List.copyOf(damages);
    }
}
