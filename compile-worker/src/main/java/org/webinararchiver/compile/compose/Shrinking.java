package org.webinararchiver.compile.compose;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * Makes a picture smaller: each pixel becomes the mean of all that it stands for. Java's own ways look at a few of
 * them, so that thin lines vanish, and copy the picture.
 */
final class Shrinking {
    private static final int STRIP = 64;
    private static final int COLOURS = 3;

    private final BufferedImage picture;
    private final BufferedImage result;
    private final int width;
    private final double across;
    private final double down;
    /** Of one row of the picture. */
    private final float[] row;
    /** Of the row of the result that is being added up. */
    private final float[] sum;

    private int written;

    /**
     * @param width no more than the picture's
     * @param height no more than the picture's
     */
    Shrinking(BufferedImage picture, int width, int height) {
        this.picture = picture;
        this.result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.width = width;
        this.across = (double) picture.getWidth() / width;
        this.down = (double) picture.getHeight() / height;
        this.row = new float[COLOURS * width];
        this.sum = new float[COLOURS * width];
    }

    BufferedImage shrunk() {
        for (int y = 0; y < picture.getHeight(); y += STRIP) {
            int rows = Math.min(STRIP, picture.getHeight() - y);
            var strip = Strips.opaque(picture, y, rows);
            var pixels = ((DataBufferInt) strip.getRaster().getDataBuffer()).getData();
            for (int each = 0; each < rows; each++) {
                shrinkAcross(pixels, each * picture.getWidth());
                addDown(y + each);
            }
        }
        return result;
    }

    private void shrinkAcross(int[] pixels, int offset) {
        for (int x = 0; x < width; x++) {
            double from = x * across;
            double until = Math.min((x + 1) * across, picture.getWidth());
            float red = 0;
            float green = 0;
            float blue = 0;
            for (int each = (int) from; each < until; each++) {
                float share = (float) (Math.min(each + 1, until) - Math.max(each, from));
                int pixel = pixels[offset + each];
                red += share * (pixel >> 16 & 0xff);
                green += share * (pixel >> 8 & 0xff);
                blue += share * (pixel & 0xff);
            }
            row[COLOURS * x] = red;
            row[COLOURS * x + 1] = green;
            row[COLOURS * x + 2] = blue;
        }
    }

    /** A row of the picture belongs to one row of the result, or to two. */
    private void addDown(int y) {
        double end = (written + 1) * down;
        if (y + 1 < end && y + 1 < picture.getHeight()) {
            add(1);
            return;
        }
        float share = (float) Math.min(1, end - y);
        add(share);
        write();
        add(1 - share);
    }

    private void add(float share) {
        for (int each = 0; each < row.length; each++) {
            sum[each] += share * row[each];
        }
    }

    private void write() {
        float area = (float) (across * down);
        for (int x = 0; x < width; x++) {
            int colour = 0;
            for (int each = 0; each < COLOURS; each++) {
                colour = colour << 8 | Math.min(0xff, Math.round(sum[COLOURS * x + each] / area));
                sum[COLOURS * x + each] = 0;
            }
            result.setRGB(x, written, colour);
        }
        written++;
    }
}
