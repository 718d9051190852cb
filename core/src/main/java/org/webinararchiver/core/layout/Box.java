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
        var fitted = near(0, 0, picture.width() * scale, picture.height() * scale);
        return near(x + (width - fitted.width) / 2.0, y + (height - fitted.height) / 2.0, fitted.width, fitted.height);
    }
}
