package org.webinararchiver.compile.text;

import java.awt.AWTError;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;

/** What pictures with text are drawn on. */
public final class Canvas {
    private Canvas() {}

    /** Draws a picture. */
    public interface Drawing {
        void on(Graphics2D graphics, Fonts fonts);
    }

    /**
     * A picture that was drawn, opaque, and the same each time.
     *
     * @param width in pixels
     * @param height in pixels
     * @throws TextNotDrawn when this Java lacks what it needs for text
     * @throws IOException when there is no room for the fonts' files
     */
    public static BufferedImage painted(int width, int height, Drawing drawing) throws TextNotDrawn, IOException {
        try {
            var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            var graphics = picture.createGraphics();
            try {
                graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
                graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
                graphics.setRenderingHint(
                        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
                graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
                drawing.on(graphics, Fonts.ofProgram());
            } finally {
                graphics.dispose();
            }
            return picture;
        } catch (LinkageError | RuntimeException | InternalError | AWTError e) {
            // All that a Java without its libraries of fonts, or with broken ones, is known to throw.
            throw new TextNotDrawn(e);
        }
    }
}
