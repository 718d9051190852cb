package org.webinararchiver.compile.card;

import java.awt.AWTError;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

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

    private static final Color TOP = new Color(0x1d2b3a);
    private static final Color BOTTOM = new Color(0x0d141c);
    private static final Color BAR = new Color(0x4fa3d8);
    private static final Color OF_TITLE = new Color(0xf4f7fa);
    private static final Color OF_NAME = new Color(0xc5d1dc);
    private static final Color OF_DATE = new Color(0x8ea1b3);

    private final CardFont fonts;

    private CardPainter(CardFont fonts) {
        this.fonts = fonts;
    }

    /**
     * Draws a card into a PNG file.
     *
     * @throws CardNotDrawn when this Java lacks what it needs for text
     * @throws IOException when the file can not be written
     */
    public static void paint(CardText text, CardSize size, Path file) throws CardNotDrawn, IOException {
        ImageIO.write(painted(text, size), "png", file.toFile());
    }

    static BufferedImage painted(CardText text, CardSize size) throws CardNotDrawn, IOException {
        try {
            return new CardPainter(CardFont.ofProgram()).paint(text, size);
        } catch (LinkageError | RuntimeException | InternalError | AWTError e) {
            // All that a Java without its libraries of fonts, or with broken ones, is known to throw.
            throw new CardNotDrawn(e);
        }
    }

    private BufferedImage paint(CardText text, CardSize size) {
        var picture = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            // Letters are outlines, so they are as sharp in any size.
            graphics.scale((double) size.width() / WIDTH, (double) size.height() / HEIGHT);
            graphics.setPaint(new GradientPaint(0, 0, TOP, 0, HEIGHT, BOTTOM));
            graphics.fillRect(0, 0, WIDTH, HEIGHT);
            draw(text, graphics);
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    /** From top to bottom, in the middle of the height: title, bar, name, date. */
    private void draw(CardText text, Graphics2D graphics) {
        var context = graphics.getFontRenderContext();
        var title = title(text.title(), context);
        var below = new ArrayList<Line>();
        text.lecturer()
                .ifPresent(name -> lines(name, fonts.regular(NAME_SIZE), context).stream()
                        .limit(1)
                        .forEach(layout -> below.add(new Line(layout, OF_NAME))));
        text.date()
                .ifPresent(date -> lines(date, fonts.regular(DATE_SIZE), context)
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
            var lines = lines(title, fonts.bold(size), context);
            if (height(lines) <= TITLE_HEIGHT) {
                return lines;
            }
        }
        var shorter = title;
        var lines = lines(shorter, fonts.bold(TITLE_SIZES.getLast()), context);
        while (height(lines) > TITLE_HEIGHT) {
            shorter = shorter.substring(
                    0, shorter.offsetByCodePoints(0, shorter.codePointCount(0, shorter.length()) * 9 / 10));
            lines = lines(shorter + "…", fonts.bold(TITLE_SIZES.getLast()), context);
        }
        return lines;
    }

    private static List<TextLayout> lines(String words, Font font, FontRenderContext context) {
        var known = shown(words, font);
        var text = new AttributedString(known, Map.of(TextAttribute.FONT, font)).getIterator();
        var measurer = new LineBreakMeasurer(text, context);
        var lines = new ArrayList<TextLayout>();
        while (measurer.getPosition() < text.getEndIndex()) {
            lines.add(measurer.nextLayout(TEXT_WIDTH));
        }
        return lines;
    }

    /** Pictures and signs that the font lacks are left out; of letters that it lacks a box remains. */
    private static String shown(String words, Font font) {
        var known = words.codePoints()
                .filter(letter -> font.canDisplay(letter) || Character.isLetterOrDigit(letter))
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .strip();
        return known.isEmpty() ? "—" : known;
    }

    private static float height(List<TextLayout> lines) {
        float height = 0;
        for (var line : lines) {
            height += line.getAscent() + line.getDescent() + line.getLeading();
        }
        return height;
    }
}
