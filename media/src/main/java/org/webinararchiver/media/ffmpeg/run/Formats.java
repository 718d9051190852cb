package org.webinararchiver.media.ffmpeg.run;

import java.util.List;

/** The formats that may be read, by the names of ffmpeg's demuxers. None of them opens further files. */
final class Formats {
    /** What recordings and our own intermediate files come in; no HLS, DASH or concatenation script. */
    static final List<String> MEDIA =
            List.of("mov", "matroska", "webm", "mpegts", "flv", "mp3", "aac", "ogg", "wav", "flac");

    static final List<String> PICTURES = List.of("png_pipe", "jpeg_pipe", "webp_pipe", "bmp_pipe");

    private Formats() {}

    static String whitelist(List<String> formats) {
        return String.join(",", formats);
    }
}
