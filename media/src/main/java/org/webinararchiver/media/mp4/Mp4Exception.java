package org.webinararchiver.media.mp4;

import java.io.Serial;

/** A file that can not be used as MP4; the message says why. */
public abstract sealed class Mp4Exception extends Exception permits NotMp4, TruncatedMp4 {
    @Serial
    private static final long serialVersionUID = 1;

    Mp4Exception(String reason) {
        super(reason);
    }
}
