package org.webinararchiver.compile;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.webinararchiver.compile.script.Script;

/** What beginning to compile has come to. */
public sealed interface Begun {

    /** One film at a time is all that is to be seen: it was faster to make the file than to divide the work. */
    record Finished(CompiledFile file) implements Begun {
        public Finished {
            Objects.requireNonNull(file);
        }
    }

    /**
     * More is to be seen at a time, which is rendered in parts.
     *
     * @param copiedSound the sound's file, where it was copied; beside the target
     */
    record Divided(Script script, Optional<Path> copiedSound) implements Begun {
        public Divided {
            Objects.requireNonNull(script);
            Objects.requireNonNull(copiedSound);
        }
    }
}
