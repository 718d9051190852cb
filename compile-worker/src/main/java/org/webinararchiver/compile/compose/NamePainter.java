package org.webinararchiver.compile.compose;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.util.Optional;
import org.webinararchiver.compile.text.Fonts;
import org.webinararchiver.compile.text.PlainText;
import org.webinararchiver.compile.text.TextLines;
import org.webinararchiver.compile.text.Typeface;
import org.webinararchiver.core.layout.Box;

/** Writes one line into a low box. */
final class NamePainter {
    private static final int LONGEST = 200;
    /** Of the box's height, the size of letters. */
    private static final float SIZE = 0.66f;
    /** Of the box's height, where letters stand. */
    private static final double BASELINE = 0.74;
    /** Of the box's height, what is left free at its sides. */
    private static final double MARGIN = 0.15;

    private final Graphics2D graphics;
    private final Fonts fonts;

    NamePainter(Graphics2D graphics, Fonts fonts) {
        this.graphics = graphics;
        this.fonts = fonts;
    }

    /** Somebody's name: where its script begins. Nothing where it is blank, in whatever language the meeting is. */
    void name(String name, Box box) {
        double margin = MARGIN * box.height();
        line(PlainText.line(name, LONGEST), fonts.regular(SIZE * box.height()), box)
                .ifPresent(line -> draw(
                        line,
                        Shades.NAME,
                        line.isLeftToRight() ? box.x() + margin : box.right() - margin - line.getAdvance(),
                        box));
    }

    /** How many others there are. */
    void more(int count, Box box) {
        line("+" + count, fonts.bold(SIZE * box.height()), box)
                .ifPresent(line -> draw(line, Shades.ASIDE, box.x() + (box.width() - line.getAdvance()) / 2.0, box));
    }

    private Optional<TextLayout> line(String words, Typeface typeface, Box box) {
        return new TextLines(typeface, graphics.getFontRenderContext())
                .line(words, box.width() - 2 * MARGIN * box.height());
    }

    private void draw(TextLayout line, Color color, double x, Box box) {
        var within = (Graphics2D) graphics.create();
        try {
            within.clipRect(box.x(), box.y(), box.width(), box.height());
            within.setColor(color);
            line.draw(within, (float) x, (float) (box.y() + BASELINE * box.height()));
        } finally {
            within.dispose();
        }
    }
}
