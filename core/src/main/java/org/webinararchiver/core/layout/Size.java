package org.webinararchiver.core.layout;

/**
 * How large a picture is.
 *
 * @param width in pixels, 1 or more
 * @param height in pixels, 1 or more
 */
public record Size(int width, int height) {
    public Size {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture of " + width + "x" + height);
        }
    }
}
