package org.webinararchiver.media.ffmpeg.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Something that ffmpeg writes. The options of each stand before its name: maps, codecs, the format. */
public sealed interface FfmpegOutput {

    /** For example {@code List.of("-map", "0:v", "-c", "copy")}. */
    List<String> options();

    /**
     * A file, replaced when it exists; its format follows from its name unless {@code -f} among the options says it.
     */
    record File(Path file, List<String> options) implements FfmpegOutput {
        public File {
            Objects.requireNonNull(file);
            options = Options.ofOutput(options);
        }
    }

    /** Everything is decoded, or copied, and thrown away: shows whether it can be. */
    record Discarded(List<String> options) implements FfmpegOutput {
        public Discarded {
            options = Options.ofOutput(options);
        }
    }
}
