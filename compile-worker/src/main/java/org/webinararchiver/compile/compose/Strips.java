package org.webinararchiver.compile.compose;

import java.awt.Color;
import java.awt.image.BufferedImage;

/** Looks at a picture in parts: a copy of all of a large one may be more than there is room for. */
final class Strips {
    private Strips() {}

    /** Rows of a picture of any kind as plain colours, on white where they are transparent. */
    static BufferedImage opaque(BufferedImage picture, int from, int rows) {
        var strip = new BufferedImage(picture.getWidth(), rows, BufferedImage.TYPE_INT_RGB);
        var graphics = strip.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, strip.getWidth(), rows);
            graphics.drawImage(picture.getSubimage(0, from, picture.getWidth(), rows), 0, 0, null);
        } finally {
            graphics.dispose();
        }
        return strip;
    }
}
