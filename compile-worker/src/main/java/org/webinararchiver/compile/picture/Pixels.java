package org.webinararchiver.compile.picture;

import org.webinararchiver.core.media.VideoStream;
import org.webinararchiver.media.ffmpeg.run.RunLimits;

/** The size of a picture. */
record Pixels(int width, int height) {
    /** The longest side that H.264 has a level for. */
    private static final int LONGEST_SIDE = 16_384;

    static Pixels of(VideoStream video) {
        return new Pixels(video.width(), video.height());
    }

    long count() {
        return (long) width * height;
    }

    /** Whether it is decoded at all: what claims to be larger is no camera and no screen. */
    boolean canBeShown() {
        return width > 0
                && height > 0
                && width <= LONGEST_SIDE
                && height <= LONGEST_SIDE
                && count() <= RunLimits.USUAL.pixels();
    }
}
