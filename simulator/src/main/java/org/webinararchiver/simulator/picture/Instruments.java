package org.webinararchiver.simulator.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.time.Duration;
import java.util.Locale;

/** What shows a person that time passes: a clock, a dial whose hand turns, and a bar that fills each second. */
final class Instruments {
    private static final double HAND_SECONDS = 2;

    private Instruments() {}

    /** The webinar's time as minutes, seconds and tenths. */
    static void paintClock(Graphics2D graphics, PictureSize size, Duration time, Color colour) {
        double height = Math.min(0.17 * size.height(), 0.12 * size.width());
        graphics.setColor(colour);
        SevenSegments.write(graphics, clock(time), 0.05 * size.height(), 0.12 * size.height(), height);
    }

    static String clock(Duration time) {
        return String.format(
                Locale.ROOT, "%02d:%02d.%d", time.toMinutes(), time.toSecondsPart(), time.toMillisPart() / 100);
    }

    static void paintDial(Graphics2D graphics, double x, double y, double radius, Duration time, Color colour) {
        double angle = 2 * Math.PI * time.toMillis() / 1000.0 / HAND_SECONDS;
        var before = graphics.getStroke();
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke((float) (radius / 6), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        graphics.draw(
                new Line2D.Double(x, y, x + 0.75 * radius * Math.sin(angle), y - 0.75 * radius * Math.cos(angle)));
        graphics.setStroke(before);
    }

    /** Just above the marker, from the left edge at a second's beginning to the right edge at its end. */
    static void paintSecondBar(Graphics2D graphics, PictureSize size, Duration time, Color colour) {
        double top = size.height() * 5 / 6.0 - 0.022 * size.height();
        graphics.setColor(colour);
        graphics.fill(
                new Rectangle2D.Double(0, top, size.width() * time.toMillisPart() / 1000.0, 0.022 * size.height()));
    }
}
