package org.webinararchiver.media.ffmpeg;

import java.nio.file.Path;
import java.util.Objects;

/**
 * An installation of ffmpeg that was tried and has all that is needed.
 *
 * @param ffmpeg the program that converts; started directly, it needs no environment of its own
 * @param ffprobe the program that measures, of the same installation
 * @param version what {@code ffmpeg} says of itself
 */
public record Ffmpeg(Path ffmpeg, Path ffprobe, FfmpegVersion version) {
    public Ffmpeg {
        Objects.requireNonNull(ffmpeg);
        Objects.requireNonNull(ffprobe);
        Objects.requireNonNull(version);
    }
}
