package org.webinararchiver.simulator.picture;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/** Writes digits, {@code :} and {@code .} as shapes, because a Java without fonts installed cannot draw text. */
final class SevenSegments {
    /**
     * The segments of each digit, a bit each: top, upper right, lower right, bottom, lower left, upper left, middle.
     */
    private static final int[] LIT = {0x3F, 0x06, 0x5B, 0x4F, 0x66, 0x6D, 0x7D, 0x07, 0x7F, 0x6F};

    private static final double WIDTH = 0.56;
    private static final double THICKNESS = 0.14;
    private static final double SPACE = 0.18;
    private static final double MARK_WIDTH = 0.16;

    private SevenSegments() {}

    /** How wide a text of this height is. */
    static double width(String text, double height) {
        double width = -SPACE;
        for (int i = 0; i < text.length(); i++) {
            width += advance(text.charAt(i));
        }
        return width * height;
    }

    /**
     * Writes in the current colour.
     *
     * @param x the text's left edge
     * @param y the text's upper edge
     */
    static void write(Graphics2D graphics, String text, double x, double y, double height) {
        double pen = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            var place = AffineTransform.getTranslateInstance(x + pen * height, y);
            place.scale(height, height);
            graphics.fill(place.createTransformedShape(shape(sign)));
            pen += advance(sign);
        }
    }

    private static double advance(char sign) {
        return (Character.isDigit(sign) ? WIDTH : MARK_WIDTH) + SPACE;
    }

    /** A sign of height 1. */
    private static Path2D shape(char sign) {
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        if (Character.isDigit(sign)) {
            addDigit(path, LIT[sign - '0']);
        } else {
            addDot(path, 1 - MARK_WIDTH);
            if (sign == ':') {
                path.reset();
                addDot(path, 0.25);
                addDot(path, 0.62);
            }
        }
        return path;
    }

    private static void addDigit(Path2D path, int lit) {
        double half = THICKNESS / 2;
        double[][] ends = {
            {half, half, WIDTH - half, half},
            {WIDTH - half, half, WIDTH - half, 0.5},
            {WIDTH - half, 0.5, WIDTH - half, 1 - half},
            {half, 1 - half, WIDTH - half, 1 - half},
            {half, 0.5, half, 1 - half},
            {half, half, half, 0.5},
            {half, 0.5, WIDTH - half, 0.5}
        };
        for (int segment = 0; segment < ends.length; segment++) {
            if ((lit >> segment & 1) == 1) {
                addBar(path, ends[segment]);
            }
        }
    }

    /** A bar with pointed ends, a little shorter than its place so that neighbours do not touch. */
    private static void addBar(Path2D path, double[] ends) {
        double length = Math.hypot(ends[2] - ends[0], ends[3] - ends[1]);
        double alongX = (ends[2] - ends[0]) / length;
        double alongY = (ends[3] - ends[1]) / length;
        double half = THICKNESS / 2;
        double[][] corners = {
            {0.02, 0}, {half, half}, {length - half, half}, {length - 0.02, 0}, {length - half, -half}, {half, -half}
        };
        for (int i = 0; i < corners.length; i++) {
            double x = ends[0] + corners[i][0] * alongX - corners[i][1] * alongY;
            double y = ends[1] + corners[i][0] * alongY + corners[i][1] * alongX;
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
    }

    private static void addDot(Path2D path, double top) {
        path.moveTo(0, top);
        path.lineTo(MARK_WIDTH, top);
        path.lineTo(MARK_WIDTH, top + MARK_WIDTH);
        path.lineTo(0, top + MARK_WIDTH);
        path.closePath();
    }
}
