package org.webinararchiver.media.ffmpeg;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A version of ffmpeg.
 *
 * @param text as the program prints it, for example {@code 5.1.8-0+deb12u1} or {@code N-118000-g1a2b3c}
 * @param major of the release; a build from a development branch counts as newer than every release
 * @param minor of the release
 */
public record FfmpegVersion(String text, int major, int minor) implements Comparable<FfmpegVersion> {
    private static final int DEVELOPMENT = Integer.MAX_VALUE;
    private static final Pattern BANNER = Pattern.compile("^(?:ffmpeg|ffprobe) version (\\S+)", Pattern.MULTILINE);
    private static final Pattern RELEASE = Pattern.compile("n?(\\d{1,4})\\.(\\d{1,4}).*");
    /** Builds of a branch are named by a count of commits, by a date, or simply {@code git}. */
    private static final Pattern BRANCH = Pattern.compile("N-.*|git.*|\\d{4}-\\d{2}-\\d{2}.*");

    public FfmpegVersion {
        Objects.requireNonNull(text);
    }

    /** A release, for example 5 and 1. */
    public static FfmpegVersion release(int major, int minor) {
        return new FfmpegVersion(major + "." + minor, major, minor);
    }

    /** Reads what {@code ffmpeg -version} or {@code ffprobe -version} prints, warnings before it notwithstanding. */
    static Optional<FfmpegVersion> ofBanner(String banner) {
        var line = BANNER.matcher(banner);
        return line.find() ? of(line.group(1)) : Optional.empty();
    }

    private static Optional<FfmpegVersion> of(String text) {
        var release = RELEASE.matcher(text);
        if (release.matches()) {
            return Optional.of(
                    new FfmpegVersion(text, Integer.parseInt(release.group(1)), Integer.parseInt(release.group(2))));
        }
        return BRANCH.matcher(text).matches() ? Optional.of(new FfmpegVersion(text, DEVELOPMENT, 0)) : Optional.empty();
    }

    /** Whether this is the other version or a newer one. */
    public boolean isAtLeast(FfmpegVersion other) {
        return compareTo(other) >= 0;
    }

    /** By release; two builds of one release are neither older nor newer than one another. */
    @Override
    public int compareTo(FfmpegVersion other) {
        return Comparator.comparingInt(FfmpegVersion::major)
                .thenComparingInt(FfmpegVersion::minor)
                .compare(this, other);
    }
}
