package org.webinararchiver.compile.script;

import java.time.Duration;
import org.webinararchiver.compile.compose.Window;
import org.webinararchiver.compile.sound.SoundWindow;

/** A part of a recording that is rendered by itself. */
public sealed interface Part {

    /** How much of the recording it is. */
    Duration lasting();

    /** A time of the picture. */
    record OfPicture(Window window) implements Part {
        @Override
        public Duration lasting() {
            return window.time().lasting();
        }
    }

    /** A time of the sound. */
    record OfSound(SoundWindow window) implements Part {
        @Override
        public Duration lasting() {
            return window.lasting();
        }
    }
}
