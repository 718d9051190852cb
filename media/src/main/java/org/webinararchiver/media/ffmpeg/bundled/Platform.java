package org.webinararchiver.media.ffmpeg.bundled;

import java.util.Locale;
import java.util.Optional;

/**
 * A kind of machine, under the names that the bundled ffmpeg's builds use.
 *
 * @param system {@code linux}, {@code macosx} or {@code windows}
 * @param processor {@code x86_64} or {@code arm64}
 */
record Platform(String system, String processor) {

    /** The machine that this runs on, if it may have a build. */
    static Optional<Platform> current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** Reads Java's own names for systems and processors. */
    static Optional<Platform> of(String systemName, String processorName) {
        return system(systemName.toLowerCase(Locale.ROOT))
                .flatMap(system -> processor(processorName.toLowerCase(Locale.ROOT))
                        .map(processor -> new Platform(system, processor)));
    }

    private static Optional<String> system(String name) {
        if (name.startsWith("linux")) {
            return Optional.of("linux");
        }
        if (name.startsWith("mac")) {
            return Optional.of("macosx");
        }
        return name.startsWith("windows") ? Optional.of("windows") : Optional.empty();
    }

    private static Optional<String> processor(String name) {
        return switch (name) {
            case "amd64", "x86_64", "x86-64" -> Optional.of("x86_64");
            case "aarch64", "arm64" -> Optional.of("arm64");
            default -> Optional.empty();
        };
    }

    boolean isLinux() {
        return system.equals("linux");
    }

    /** The folder of the class path that holds this platform's build. */
    String resourceFolder() {
        return "org/bytedeco/ffmpeg/" + system + "-" + processor + "-gpl";
    }

    @Override
    public String toString() {
        return system + "-" + processor;
    }
}
