package org.webinararchiver.simulator.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Random;
import org.webinararchiver.simulator.marker.FrameMarker;
import org.webinararchiver.simulator.marker.FrameReading;

/**
 * Paints slides: lines of writing beside a figure, the slide's number, and a marker that says which slide of which deck
 * it is, so that a finished file can be asked.
 */
public final class SlidePainter {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    /** Sources from this number on are decks. */
    private static final int FIRST_DECK = 240;

    private static final Color PAPER = new Color(0xFCFBF8);
    private static final Color INK = new Color(0x30343B);
    private static final Color FAINT = new Color(0xC3C8CF);
    private static final int LINES = 7;

    private SlidePainter() {}

    /**
     * What a slide says of itself: its deck as a source, its number as a time in milliseconds.
     *
     * @param deck counted from 1, up to 15
     * @param number counted from 1
     */
    public static FrameReading reading(int deck, int number) {
        return new FrameReading(FIRST_DECK + deck, Duration.ofMillis(number));
    }

    /** Whether a marker is that of a slide. */
    public static boolean isSlide(FrameReading reading) {
        return reading.source() > FIRST_DECK;
    }

    /** The picture of a slide, 1280 by 720 pixels. */
    public static BufferedImage paint(int deck, int number) {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        paintWriting(graphics, new Random(31L * deck + number));
        var accent = Color.getHSBColor(0.13F * deck + 0.37F * number, 0.55F, 0.75F);
        graphics.setColor(accent);
        graphics.fill(new Rectangle2D.Double(0, 0, WIDTH, 12));
        graphics.fill(new RoundRectangle2D.Double(780, 150, 380, 340, 40, 40));
        graphics.setColor(PAPER);
        var words = Integer.toString(number);
        SevenSegments.write(graphics, words, 970 - SevenSegments.width(words, 200) / 2, 220, 200);
        FrameMarker.paint(graphics, WIDTH, HEIGHT, reading(deck, number));
        graphics.dispose();
        return picture;
    }

    private static void paintWriting(Graphics2D graphics, Random random) {
        graphics.setColor(INK);
        graphics.fill(new RoundRectangle2D.Double(90, 80, 420, 36, 18, 18));
        graphics.setColor(FAINT);
        for (int line = 0; line < LINES; line++) {
            double length = 320 + 280 * random.nextDouble();
            graphics.fill(new RoundRectangle2D.Double(90, 170 + 52 * line, length, 20, 14, 14));
        }
    }
}
