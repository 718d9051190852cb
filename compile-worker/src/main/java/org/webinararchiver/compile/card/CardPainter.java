package org.webinararchiver.compile.card;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.webinararchiver.compile.text.Canvas;
import org.webinararchiver.compile.text.Fonts;
import org.webinararchiver.compile.text.TextLines;
import org.webinararchiver.compile.text.TextNotDrawn;
import org.webinararchiver.compile.text.Typeface;

/** Draws a title card: laid out on one sheet whatever its size is, and drawn in the pixels that it has. */
public final class CardPainter {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    private static final int MARGIN = 110;
    private static final int TEXT_WIDTH = WIDTH - 2 * MARGIN;
    private static final int TITLE_HEIGHT = 380;
    private static final List<Integer> TITLE_SIZES = List.of(68, 60, 52, 46, 40, 35, 31);
    private static final int NAME_SIZE = 32;
    private static final int DATE_SIZE = 26;
    private static final int SPACE = 26;
    private static final int BAR_WIDTH = 96;
    private static final int BAR_HEIGHT = 6;

    /** Stands for a title of which nothing is seen. */
    private static final String NOTHING = "—";

    private static final Color TOP = new Color(0x1d2b3a);
    private static final Color BOTTOM = new Color(0x0d141c);
    private static final Color BAR = new Color(0x4fa3d8);
    private static final Color OF_TITLE = new Color(0xf4f7fa);
    private static final Color OF_NAME = new Color(0xc5d1dc);
    private static final Color OF_DATE = new Color(0x8ea1b3);

    private final Fonts fonts;

    private CardPainter(Fonts fonts) {
        this.fonts = fonts;
    }

    /**
     * Draws a card into a PNG file.
     *
     * @throws TextNotDrawn when this Java lacks what it needs for text
     * @throws IOException when the file can not be written
     */
    public static void paint(CardText text, CardSize size, Path file) throws TextNotDrawn, IOException {
        ImageIO.write(painted(text, size), "png", file.toFile());
    }

    static BufferedImage painted(CardText text, CardSize size) throws TextNotDrawn, IOException {
        return Canvas.painted(size.width(), size.height(), (graphics, fonts) -> {
            // Letters are outlines, so they are as sharp in any size.
            graphics.scale((double) size.width() / WIDTH, (double) size.height() / HEIGHT);
            graphics.setPaint(new GradientPaint(0, 0, TOP, 0, HEIGHT, BOTTOM));
            graphics.fillRect(0, 0, WIDTH, HEIGHT);
            new CardPainter(fonts).draw(text, graphics);
        });
    }

    /** From top to bottom, in the middle of the height: title, bar, name, date. */
    private void draw(CardText text, Graphics2D graphics) {
        var context = graphics.getFontRenderContext();
        var title = title(text.title(), context);
        var below = new ArrayList<Line>();
        text.lecturer()
                .ifPresent(name -> lines(name, fonts.regular(NAME_SIZE), 1, context)
                        .forEach(layout -> below.add(new Line(layout, OF_NAME))));
        text.date()
                .ifPresent(date -> lines(date, fonts.regular(DATE_SIZE), 1, context)
                        .forEach(layout -> below.add(new Line(layout, OF_DATE))));
        float height = height(title) + SPACE + BAR_HEIGHT;
        for (var line : below) {
            height += SPACE + height(List.of(line.layout()));
        }
        boolean isLeftToRight = title.getFirst().isLeftToRight();
        float y = (HEIGHT - height) / 2;
        for (var layout : title) {
            y = draw(layout, OF_TITLE, isLeftToRight, y, graphics);
        }
        y += SPACE;
        graphics.setColor(BAR);
        graphics.fillRect(isLeftToRight ? MARGIN : WIDTH - MARGIN - BAR_WIDTH, Math.round(y), BAR_WIDTH, BAR_HEIGHT);
        y += BAR_HEIGHT;
        for (var line : below) {
            y = draw(line.layout(), line.color(), isLeftToRight, y + SPACE, graphics);
        }
    }

    private record Line(TextLayout layout, Color color) {}

    /** @return where the next line begins */
    private static float draw(TextLayout layout, Color color, boolean isLeftToRight, float y, Graphics2D graphics) {
        graphics.setColor(color);
        float x = isLeftToRight ? MARGIN : WIDTH - MARGIN - layout.getAdvance();
        layout.draw(graphics, x, y + layout.getAscent());
        return y + height(List.of(layout));
    }

    /** In the largest size that fits; what does not fit in the smallest is cut off. */
    private List<TextLayout> title(String title, FontRenderContext context) {
        for (int size : TITLE_SIZES) {
            var lines = lines(title, fonts.bold(size), Integer.MAX_VALUE - 1, context);
            if (height(lines) <= TITLE_HEIGHT) {
                return lines;
            }
        }
        var smallest = fonts.bold(TITLE_SIZES.getLast());
        var lines = lines(title, smallest, Integer.MAX_VALUE - 1, context);
        while (height(lines) > TITLE_HEIGHT) {
            lines = lines(title, smallest, lines.size() - 1, context);
        }
        return lines;
    }

    private static List<TextLayout> lines(String words, Typeface typeface, int most, FontRenderContext context) {
        var lines = new TextLines(typeface, context);
        var known = lines.wrapped(List.of(words), TEXT_WIDTH, most);
        return known.isEmpty() ? lines.wrapped(List.of(NOTHING), TEXT_WIDTH, 1) : known;
    }

    private static float height(List<TextLayout> lines) {
        float height = 0;
        for (var line : lines) {
            height += line.getAscent() + line.getDescent() + line.getLeading();
        }
        return height;
    }
}
