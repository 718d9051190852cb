package org.webinararchiver.simulator.marker;

/**
 * A rectangle in a picture, in pixels that need not be whole.
 *
 * @param x its left edge, counted from the picture's left edge
 * @param y its top edge, counted from the picture's top edge
 */
public record Area(double x, double y, double width, double height) {
    public Area {
        if (!(width > 0 && height > 0)) {
            throw new IllegalArgumentException("an area is not empty: " + width + " by " + height);
        }
    }

    /** All of a picture. */
    public static Area of(GrayPicture picture) {
        return new Area(0, 0, picture.width(), picture.height());
    }
}
