package org.webinararchiver.simulator.picture;

/** Width and height in pixels; even, since the usual codecs halve the colours' resolution. */
public record PictureSize(int width, int height) {
    private static final int SMALLEST = 90;

    public PictureSize {
        if (width < SMALLEST || height < SMALLEST || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException("sides are even and at least " + SMALLEST + ": " + width + "x" + height);
        }
    }

    /** The size as ffmpeg writes it, for example {@code 640x360}. */
    @Override
    public String toString() {
        return width + "x" + height;
    }
}
