package org.webinararchiver.compile.compose;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Makes pictures smaller or larger so that small print stays legible. */
final class Scaling {
    private Scaling() {}

    /** The picture in another size, on white where it is transparent. */
    static BufferedImage scaled(BufferedImage picture, int width, int height) {
        return width > picture.getWidth() || height > picture.getHeight()
                ? enlarged(picture, width, height)
                : new Shrinking(picture, width, height).shrunk();
    }

    private static BufferedImage enlarged(BufferedImage picture, int width, int height) {
        var result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = result.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.drawImage(Strips.opaque(picture, 0, picture.getHeight()), 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return result;
    }
}
