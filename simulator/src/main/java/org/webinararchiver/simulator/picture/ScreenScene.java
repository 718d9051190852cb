package org.webinararchiver.simulator.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.time.Duration;
import java.util.Random;

/** A shared screen: a window with lines of writing and a chart, over which a pointer wanders. */
final class ScreenScene implements Scene {
    private static final Color PAPER = new Color(0xF7F7F4);
    private static final Color INK = new Color(0x2B2F36);
    private static final Color FAINT = new Color(0xC9CCD1);
    private static final int LINES = 9;
    private static final int BARS = 6;

    private final int source;
    private final Palette palette;

    ScreenScene(int source) {
        this.source = source;
        this.palette = Palette.of(source);
    }

    @Override
    public void paintStill(Graphics2D graphics, PictureSize size) {
        double width = size.width();
        double height = size.height();
        graphics.setColor(PAPER);
        graphics.fill(new Rectangle2D.Double(0, 0, width, height));
        graphics.setColor(palette.deep());
        graphics.fill(new Rectangle2D.Double(0, 0, width, 0.07 * height));
        for (int button = 0; button < 3; button++) {
            graphics.setColor(Palette.translucent(PAPER, 120 + 50 * button));
            graphics.fill(new Ellipse2D.Double(
                    (0.03 + 0.035 * button) * height, 0.022 * height, 0.026 * height, 0.026 * height));
        }
        paintWriting(graphics, width, height);
    }

    private void paintWriting(Graphics2D graphics, double width, double height) {
        var random = new Random(source);
        for (int line = 0; line < LINES; line++) {
            graphics.setColor(line == 0 ? INK : FAINT);
            double length = width * (line == 0 ? 0.3 : 0.2 + 0.2 * random.nextDouble());
            double top = height * (0.36 + 0.048 * line);
            graphics.fill(new RoundRectangle2D.Double(
                    0.05 * width, top, length, 0.02 * height, 0.02 * height, 0.02 * height));
        }
    }

    @Override
    public void paintMoving(Graphics2D graphics, PictureSize size, Duration time) {
        double seconds = time.toMillis() / 1000.0;
        paintChart(graphics, size, seconds);
        Instruments.paintClock(graphics, size, time, INK);
        Instruments.paintDial(
                graphics,
                size.width() - 0.12 * size.height(),
                0.19 * size.height(),
                0.065 * size.height(),
                time,
                palette.deep());
        paintPointer(graphics, size, seconds);
        Instruments.paintSecondBar(graphics, size, time, palette.bright());
    }

    private void paintChart(Graphics2D graphics, PictureSize size, double seconds) {
        double step = size.width() * 0.4 / BARS;
        double foot = size.height() * 0.78;
        for (int bar = 0; bar < BARS; bar++) {
            double rise = 0.3 + 0.12 * Math.sin(seconds / 2 + bar * 1.3) + 0.02 * bar;
            double top = foot - rise * size.height();
            graphics.setColor(bar % 2 == 0 ? palette.bright() : palette.deep());
            graphics.fill(new Rectangle2D.Double(size.width() * 0.55 + bar * step, top, step * 0.7, foot - top));
        }
    }

    private void paintPointer(Graphics2D graphics, PictureSize size, double seconds) {
        double x = size.width() * (0.5 + 0.3 * Math.sin(seconds / 1.9));
        double y = size.height() * (0.5 + 0.2 * Math.sin(seconds / 1.3));
        double diameter = size.height() * 0.045;
        graphics.setColor(Palette.translucent(Color.RED, 170));
        graphics.fill(new Ellipse2D.Double(x, y, diameter, diameter));
    }
}
