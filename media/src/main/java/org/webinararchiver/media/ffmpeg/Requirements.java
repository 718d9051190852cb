package org.webinararchiver.media.ffmpeg;

import java.util.List;

/** What an installation of ffmpeg must have to be of use; the one place where this is listed. */
final class Requirements {
    /**
     * Older ones lack what concatenation and the mixing of sound rely on ({@code amix=normalize}, {@code -fps_mode}).
     */
    static final FfmpegVersion OLDEST = FfmpegVersion.release(5, 1);

    static final List<String> ENCODERS = List.of("aac", "flac", "libx264", "pcm_s16le", "png");

    static final List<String> FILTERS = List.of(
            "adelay",
            "aformat",
            "alimiter",
            "amix",
            "anullsrc",
            "apad",
            "aresample",
            "asetpts",
            "atrim",
            "color",
            "concat",
            "format",
            "fps",
            "overlay",
            "pad",
            "scale",
            "setpts",
            "setsar",
            "settb",
            "tpad",
            "trim");

    static final List<String> DEMUXERS =
            List.of("aac", "concat", "ffmetadata", "flv", "image2", "matroska", "mov", "mpegts", "wav");

    private Requirements() {}
}
