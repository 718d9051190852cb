package org.webinararchiver.compile.task;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** What a compile worker may use. In the environment: {@code ARCHIVER_COMPILE_AT_ONCE} and so on. */
@ConfigMapping(prefix = "archiver")
public interface WorkerSettings {

    /** An ffmpeg to use instead of the one on the path or the bundled one. */
    Optional<Path> ffmpeg();

    /** Where a bundled ffmpeg is unpacked to. */
    @WithDefault("${java.io.tmpdir}/webinar-archiver-programs")
    Path programs();

    /** How much is compiled. */
    Compile compile();

    /** How much is compiled. */
    interface Compile {
        /** Recordings that are laid out, or put together, at once. */
        @WithDefault("1")
        int atOnce();

        /** Parts that are rendered at once; as many as suit the processors if it is left out. */
        OptionalInt partsAtOnce();

        /** How much of what was fetched from the store is kept in scratch, in case that the next part needs it too. */
        @WithDefault("512M")
        MemorySize keep();
    }
}
