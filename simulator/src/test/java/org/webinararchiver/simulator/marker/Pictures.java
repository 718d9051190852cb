package org.webinararchiver.simulator.marker;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.webinararchiver.simulator.picture.FramePainter;
import org.webinararchiver.simulator.picture.PictureSize;

/** Pictures with markers, and what may be done to them on their way to a reader. */
final class Pictures {
    private Pictures() {}

    static BufferedImage camera(int width, int height, FrameReading reading) {
        return FramePainter.camera(reading.source(), new PictureSize(width, height))
                .paint(reading.time());
    }

    static BufferedImage black(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    }

    static BufferedImage scaled(BufferedImage image, int width, int height) {
        var scaled = black(width, height);
        place(scaled, image, 0, 0, width, height);
        return scaled;
    }

    static void place(BufferedImage onto, BufferedImage image, int x, int y, int width, int height) {
        var graphics = onto.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, x, y, width, height, Color.BLACK, null);
        graphics.dispose();
    }

    static GrayPicture gray(BufferedImage image) {
        var pixels = new byte[image.getWidth() * image.getHeight()];
        for (int i = 0; i < pixels.length; i++) {
            int colour = image.getRGB(i % image.getWidth(), i / image.getWidth());
            pixels[i] =
                    (byte) ((299 * (colour >> 16 & 0xFF) + 587 * (colour >> 8 & 0xFF) + 114 * (colour & 0xFF)) / 1000);
        }
        return new GrayPicture(image.getWidth(), image.getHeight(), pixels);
    }

    static GrayPicture limitedRange(GrayPicture picture) {
        var pixels = new byte[picture.width() * picture.height()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (16 + picture.at(i % picture.width(), i / picture.width()) * 219 / 255);
        }
        return new GrayPicture(picture.width(), picture.height(), pixels);
    }

    /** @param strength the standard deviation of what is added to each pixel */
    static GrayPicture noisy(GrayPicture picture, double strength, long seed) {
        var random = new Random(seed);
        var pixels = new byte[picture.width() * picture.height()];
        for (int i = 0; i < pixels.length; i++) {
            int value = picture.at(i % picture.width(), i / picture.width());
            pixels[i] = (byte) Math.clamp(Math.round(value + strength * random.nextGaussian()), 0, 255);
        }
        return new GrayPicture(picture.width(), picture.height(), pixels);
    }

    static GrayPicture random(int width, int height, Random random) {
        var pixels = new byte[width * height];
        random.nextBytes(pixels);
        return new GrayPicture(width, height, pixels);
    }
}
