package org.webinararchiver.core.layout;

/**
 * A place on the screen, in pixels from its upper left corner. All numbers are even, as chroma subsampling wants it.
 *
 * @param width 2 or more
 * @param height 2 or more
 */
public record Box(int x, int y, int width, int height) {
    public Box {
        if (x < 0 || y < 0 || width < 2 || height < 2 || (x | y | width | height) % 2 != 0) {
            throw new IllegalArgumentException("a box of %dx%d at %d,%d".formatted(width, height, x, y));
        }
    }

    /** A box as near to this as can be. */
    static Box near(double x, double y, double width, double height) {
        return new Box(even(x), even(y), Math.max(2, even(width)), Math.max(2, even(height)));
    }

    private static int even(double pixels) {
        return 2 * (int) Math.floor(pixels / 2);
    }

    private static int nearest(double pixels, int most) {
        return Math.clamp(2 * Math.round(pixels / 2), 2, most);
    }

    public int right() {
        return x + width;
    }

    public int bottom() {
        return y + height;
    }

    /** Whether a pixel is part of both. */
    public boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /** Whether no pixel of the other one is outside. */
    public boolean holds(Box other) {
        return x <= other.x && y <= other.y && other.right() <= right() && other.bottom() <= bottom();
    }

    /**
     * Where in this box a picture is seen whole, in its own proportions and in the middle.
     *
     * @param enlarged how many times its own size it may be shown in at the most, 1 or more
     */
    public Box fitting(Size picture, double enlarged) {
        double scale =
                Math.min(enlarged, Math.min((double) width / picture.width(), (double) height / picture.height()));
        int wide = nearest(picture.width() * scale, width);
        int high = nearest(picture.height() * scale, height);
        return near(x + (width - wide) / 2.0, y + (height - high) / 2.0, wide, high);
    }
}
