package org.webinararchiver.simulator.meeting;

import java.util.Objects;
import org.webinararchiver.simulator.picture.PictureSize;

/**
 * How a picture is encoded.
 *
 * @param framesPerSecond 1 to 60
 * @param quality the constant rate factor of x264: 18 is fine, 23 usual, 35 poor
 * @param reordered whether frames are stored in another order than they are shown (B-frames); cameras in a browser do
 *     not do that
 */
public record PictureSpec(PictureSize size, int framesPerSecond, int quality, boolean reordered) {
    private static final int WORST_QUALITY = 51;

    /** What cameras on the platform send: 640x360 at 25 frames a second. */
    public static final PictureSpec CAMERA = of(640, 360, 25);

    /** What is seen of a shared screen: 1280x720 at 10 frames a second. */
    public static final PictureSpec SCREEN = of(1280, 720, 10);

    public PictureSpec {
        Objects.requireNonNull(size);
        if (framesPerSecond < 1 || framesPerSecond > 60) {
            throw new IllegalArgumentException("not a frame rate: " + framesPerSecond);
        }
        if (quality < 0 || quality > WORST_QUALITY) {
            throw new IllegalArgumentException("not a rate factor of x264: " + quality);
        }
    }

    /** A picture of usual quality. */
    public static PictureSpec of(int width, int height, int framesPerSecond) {
        return new PictureSpec(new PictureSize(width, height), framesPerSecond, 23, false);
    }

    /** The same with another rate factor. */
    public PictureSpec withQuality(int worse) {
        return new PictureSpec(size, framesPerSecond, worse, reordered);
    }

    /** The same with B-frames. */
    public PictureSpec withReorderedFrames() {
        return new PictureSpec(size, framesPerSecond, quality, true);
    }
}
