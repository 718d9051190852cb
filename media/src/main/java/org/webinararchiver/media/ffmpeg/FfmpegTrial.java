package org.webinararchiver.media.ffmpeg;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tries an installation by running it: that it starts, how old it is, and what it was built with. */
final class FfmpegTrial {
    /** Listing takes some 50 ms; the rest is for a machine that is busy or scans programs for viruses. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final int LONGEST_QUOTE = 300;

    private FfmpegTrial() {}

    /** The installation of which these are the two programs, if it has all that is needed. */
    static Ffmpeg of(Path ffmpeg, Path ffprobe) throws Refused, InterruptedException {
        var version = version(ffmpeg);
        requireNone("it lacks the encoders ", missing(ffmpeg, "-encoders", Requirements.ENCODERS));
        requireNone("it lacks the filters ", missing(ffmpeg, "-filters", Requirements.FILTERS));
        requireNone("it can not read the formats ", missing(ffmpeg, "-demuxers", Requirements.DEMUXERS));
        version(ffprobe);
        return new Ffmpeg(ffmpeg, ffprobe, version);
    }

    private static FfmpegVersion version(Path program) throws Refused, InterruptedException {
        var banner = listing(program, "-version");
        var version = FfmpegVersion.ofBanner(banner)
                .orElseThrow(() -> new Refused(program + " does not tell its version, but: " + quote(banner)));
        if (!version.isAtLeast(Requirements.OLDEST)) {
            throw new Refused(program + " is version " + version.text() + ", older than " + Requirements.OLDEST.text());
        }
        return version;
    }

    private static Set<String> missing(Path ffmpeg, String list, List<String> wanted)
            throws Refused, InterruptedException {
        var present = listing(ffmpeg, list)
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 1)
                .flatMap(columns -> Arrays.stream(columns[1].split(",")))
                .collect(Collectors.toSet());
        var missing = new LinkedHashSet<>(wanted);
        missing.removeAll(present);
        return missing;
    }

    private static void requireNone(String complaint, Set<String> missing) throws Refused {
        if (!missing.isEmpty()) {
            throw new Refused(complaint + String.join(", ", missing));
        }
    }

    private static String listing(Path program, String list) throws Refused, InterruptedException {
        try {
            var output = ProgramOutput.of(List.of(program.toString(), "-hide_banner", list), LONGEST);
            if (output.exitCode() != 0) {
                throw new Refused(program + " ends with code " + output.exitCode() + ": " + quote(output.text()));
            }
            return output.text();
        } catch (IOException e) {
            throw new Refused(program + " can not be run: " + e.getMessage());
        }
    }

    private static String quote(String text) {
        var stripped = text.strip();
        return stripped.length() <= LONGEST_QUOTE ? stripped : stripped.substring(0, LONGEST_QUOTE) + "…";
    }

    /** The installation is of no use; the message says why. */
    static final class Refused extends Exception {
        @Serial
        private static final long serialVersionUID = 1;

        Refused(String reason) {
            super(reason);
        }
    }
}
