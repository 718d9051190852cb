package org.webinararchiver.simulator.picture;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.time.Duration;
import java.util.Random;

/** Somebody in front of a camera: a figure that sways as people do, in a softly lit room. */
final class CameraScene implements Scene {
    private static final int LIGHTS = 14;
    private static final double SWAY_SECONDS = 3.1;
    private static final double NOD_SECONDS = 1.7;
    private static final double BLINK_SECONDS = 2.9;

    private final int source;
    private final Palette palette;

    CameraScene(int source) {
        this.source = source;
        this.palette = Palette.of(source);
    }

    @Override
    public void paintStill(Graphics2D graphics, PictureSize size) {
        graphics.setPaint(new GradientPaint(0, 0, palette.deep(), size.width(), size.height() * 0.9f, palette.dark()));
        graphics.fillRect(0, 0, size.width(), size.height());
        var random = new Random(source);
        for (int light = 0; light < LIGHTS; light++) {
            double diameter = size.height() * (0.06 + 0.22 * random.nextDouble());
            double x = size.width() * random.nextDouble() - diameter / 2;
            double y = size.height() * 0.7 * random.nextDouble() - diameter / 2;
            graphics.setColor(Palette.translucent(palette.bright(), 14 + random.nextInt(30)));
            graphics.fill(new Ellipse2D.Double(x, y, diameter, diameter));
        }
    }

    @Override
    public void paintMoving(Graphics2D graphics, PictureSize size, Duration time) {
        double seconds = time.toMillis() / 1000.0;
        double unit = size.height();
        double middle = size.width() * 0.72 + 0.02 * unit * Math.sin(2 * Math.PI * seconds / SWAY_SECONDS);
        double nod = 0.012 * unit * Math.sin(2 * Math.PI * seconds / NOD_SECONDS);
        paintBody(graphics, middle, unit);
        paintHead(graphics, middle + nod, 0.14 * unit + nod, unit, seconds);
        Instruments.paintClock(graphics, size, time, Color.WHITE);
        Instruments.paintDial(graphics, 0.115 * unit, 0.66 * unit, 0.065 * unit, time, palette.pale());
        paintNumber(graphics, unit);
        Instruments.paintSecondBar(graphics, size, time, palette.bright());
    }

    private void paintBody(Graphics2D graphics, double middle, double unit) {
        graphics.setColor(palette.bright());
        graphics.fill(new RoundRectangle2D.Double(
                middle - 0.29 * unit, 0.53 * unit, 0.58 * unit, 0.6 * unit, 0.42 * unit, 0.42 * unit));
        graphics.setColor(palette.deep());
        graphics.fill(new Ellipse2D.Double(middle - 0.075 * unit, 0.44 * unit, 0.15 * unit, 0.16 * unit));
    }

    private void paintHead(Graphics2D graphics, double middle, double top, double unit, double seconds) {
        graphics.setColor(palette.dark());
        graphics.fill(new Ellipse2D.Double(middle - 0.15 * unit, top - 0.03 * unit, 0.30 * unit, 0.33 * unit));
        graphics.setColor(palette.pale());
        graphics.fill(new Ellipse2D.Double(middle - 0.12 * unit, top + 0.03 * unit, 0.24 * unit, 0.32 * unit));
        graphics.setColor(palette.dark());
        paintEyes(graphics, middle, top + 0.17 * unit, unit, seconds);
        paintMouth(graphics, middle, top + 0.275 * unit, unit, seconds);
    }

    private static void paintEyes(Graphics2D graphics, double middle, double y, double unit, double seconds) {
        double open = seconds % BLINK_SECONDS < 0.16 ? 0.006 : 0.03;
        for (int side = -1; side <= 1; side += 2) {
            double x = middle + side * 0.05 * unit;
            graphics.fill(new Ellipse2D.Double(x - 0.013 * unit, y - open / 2 * unit, 0.026 * unit, open * unit));
        }
    }

    private static void paintMouth(Graphics2D graphics, double middle, double y, double unit, double seconds) {
        double open = 0.008 + 0.022 * Math.abs(Math.sin(seconds * 7) * Math.sin(seconds * 2.3));
        graphics.fill(new Ellipse2D.Double(middle - 0.035 * unit, y - open / 2 * unit, 0.07 * unit, open * unit));
    }

    private void paintNumber(Graphics2D graphics, double unit) {
        graphics.setColor(Palette.translucent(palette.pale(), 210));
        SevenSegments.write(graphics, Integer.toString(source), 0.23 * unit, 0.595 * unit, 0.13 * unit);
    }
}
