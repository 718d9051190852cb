package org.webinararchiver.media.ffmpeg.run;

/**
 * Formats of single pictures that strangers may send, each with the one demuxer and the one decoder that may read it.
 */
public enum PictureFormat {
    JPEG("jpeg_pipe", "mjpeg"),
    WEBP("webp_pipe", "webp");

    private final String demuxer;
    private final String decoder;

    PictureFormat(String demuxer, String decoder) {
        this.demuxer = demuxer;
        this.decoder = decoder;
    }

    String demuxer() {
        return demuxer;
    }

    String decoder() {
        return decoder;
    }
}
