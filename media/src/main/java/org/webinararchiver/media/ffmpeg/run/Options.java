package org.webinararchiver.media.ffmpeg.run;

import java.util.List;
import java.util.Set;

/** Keeps callers' options from undoing the confinement, by mistake rather than by malice. */
final class Options {
    private static final Set<String> ADD_FILES = Set.of("-i", "-y", "-n", "-stdin", "-progress", "-report");
    private static final Set<String> WIDEN_INPUT = Set.of(
            "-f",
            "-protocol_whitelist",
            "-format_whitelist",
            "-codec_whitelist",
            "-protocol_blacklist",
            "-enable_drefs",
            "-max_pixels");

    private Options() {}

    static List<String> ofInput(List<String> options) {
        refuse(WIDEN_INPUT, options);
        return ofOutput(options);
    }

    static List<String> ofOutput(List<String> options) {
        refuse(ADD_FILES, options);
        return List.copyOf(options);
    }

    private static void refuse(Set<String> reserved, List<String> options) {
        for (var option : options) {
            if (reserved.contains(option)) {
                throw new IllegalArgumentException(option + " is not for callers to give");
            }
        }
    }
}
