package org.webinararchiver.media.ffmpeg.run;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A graph of filters over all inputs ({@code -filter_complex}). Never holds text from outside: filters can read files.
 */
public sealed interface FilterGraph {

    /** The graph itself; an argument may be no longer than 128 KiB on Linux. */
    record Text(String graph) implements FilterGraph {
        public Text {
            Objects.requireNonNull(graph);
        }
    }

    /** A file that holds the graph, however long. */
    record Script(Path file) implements FilterGraph {
        public Script {
            Objects.requireNonNull(file);
        }
    }
}
