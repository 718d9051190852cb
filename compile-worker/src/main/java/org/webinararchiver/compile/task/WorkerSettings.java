package org.webinararchiver.compile.task;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** What a compile worker may use. */
@ConfigMapping(prefix = "archiver")
public interface WorkerSettings {

    /** An ffmpeg of version 5.1 or newer to use instead of the one on the path or the bundled one. */
    Optional<Path> ffmpeg();

    /** The folder that a bundled ffmpeg is unpacked to, where there is none on the path; it may be shared and kept. */
    @WithDefault("${java.io.tmpdir}/webinar-archiver-programs")
    Path programs();

    /** How much is compiled. */
    Compile compile();

    /** How much is compiled. */
    interface Compile {
        /**
         * Recordings that are laid out, or put together, at once. Each of them may need scratch for a whole recording.
         */
        @WithDefault("1")
        int atOnce();

        /**
         * Parts that are rendered at once; two for every three processors if it is left out. Each takes some 500 MB of
         * memory at 1080p, besides Java's.
         */
        OptionalInt partsAtOnce();

        /**
         * How much of what was fetched from the store is kept in scratch, in case that the next part needs it too. With
         * less, the same files are fetched again and again.
         */
        @WithDefault("512M")
        MemorySize keep();
    }
}
