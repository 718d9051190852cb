package org.webinararchiver.simulator.marker;

/** A picture without colour: one byte a pixel, row after row from the top, 0 for black to 255 for white. */
public final class GrayPicture {
    private final int width;
    private final int height;
    private final byte[] pixels;

    /**
     * A picture over these pixels, which are not copied.
     *
     * @throws IllegalArgumentException when there are not {@code width * height} of them
     */
    public GrayPicture(int width, int height, byte[] pixels) {
        if (width < 1 || height < 1 || pixels.length != width * height) {
            throw new IllegalArgumentException(
                    pixels.length + " pixels are no picture of " + width + " by " + height + " pixels");
        }
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The brightness of a pixel; one outside takes that of the nearest edge. */
    public int at(int x, int y) {
        int column = Math.clamp(x, 0, width - 1);
        int row = Math.clamp(y, 0, height - 1);
        return pixels[row * width + column] & 0xFF;
    }

    /** The mean brightness around a point, over a patch of this size; a small patch is its nearest pixel alone. */
    double around(double x, double y, double patchWidth, double patchHeight) {
        int left = (int) Math.floor(x - patchWidth / 2 + 0.5);
        int right = Math.max(left, (int) Math.floor(x + patchWidth / 2 - 0.5));
        int top = (int) Math.floor(y - patchHeight / 2 + 0.5);
        int bottom = Math.max(top, (int) Math.floor(y + patchHeight / 2 - 0.5));
        long sum = 0;
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                sum += at(column, row);
            }
        }
        return (double) sum / ((right - left + 1L) * (bottom - top + 1L));
    }
}
