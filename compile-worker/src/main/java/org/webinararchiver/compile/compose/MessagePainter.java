package org.webinararchiver.compile.compose;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Draws a message: author and time above what it says. What is written from right to left is drawn as in a mirror. */
final class MessagePainter {
    private final Graphics2D graphics;
    private final MessageStyle style;
    private final double left;
    private final double top;
    private final double width;

    /**
     * @param left where the panel without its margins begins
     * @param top likewise; what begins above it is left out
     * @param width of the panel without its margins
     */
    MessagePainter(Graphics2D graphics, MessageStyle style, double left, double top, double width) {
        this.graphics = graphics;
        this.style = style;
        this.left = left;
        this.top = top;
        this.width = width;
    }

    /** @param begin where its head is, in pixels from the top of the screen */
    void paint(MessageBlock block, double begin) {
        boolean leftToRight = block.isLeftToRight();
        double indent = 0;
        if (block.question().isPresent()) {
            graphics.setColor(Shades.QUESTION);
            double from = Math.max(begin, top);
            graphics.fill(mirrored(leftToRight, 0, from, style.barWidth(), begin + block.height(style) - from));
            indent = style.indent();
        }
        if (begin >= top) {
            head(block, leftToRight, indent, begin);
        }
        double y = begin + style.headHeight();
        for (var line : block.lines()) {
            if (y >= top) {
                draw(line, Shades.WORDS, line.isLeftToRight(), line.isLeftToRight() == leftToRight ? indent : 0, y);
            }
            y += style.lineHeight();
        }
    }

    private void head(MessageBlock block, boolean leftToRight, double indent, double y) {
        double from = indent;
        if (block.question().isPresent()) {
            badge(block.question().get(), leftToRight, indent, y);
            from += style.badge() + style.margin() / 2;
        }
        double afterBadge = from;
        block.author().ifPresent(author -> draw(author, block.color(), leftToRight, afterBadge, y));
        block.time()
                .ifPresent(time -> draw(
                        time,
                        Shades.ASIDE,
                        leftToRight,
                        block.author().isPresent() ? width - time.getAdvance() : afterBadge,
                        y));
    }

    private void badge(TextLayout sign, boolean leftToRight, double from, double y) {
        double size = style.badge();
        double middle = y + style.baseline() - 0.32 * style.size();
        var square = mirrored(leftToRight, from, middle - size / 2, size, size);
        graphics.setColor(Shades.QUESTION);
        graphics.fill(new RoundRectangle2D.Double(square.x, square.y, size, size, size / 2, size / 2));
        graphics.setColor(Shades.ON_QUESTION);
        var bounds = sign.getBounds();
        sign.draw(graphics, (float) (square.getCenterX() - bounds.getCenterX()), (float)
                (square.getCenterY() - bounds.getCenterY()));
    }

    /** @param from how far from the side where reading begins */
    private void draw(TextLayout line, Color color, boolean leftToRight, double from, double y) {
        graphics.setColor(color);
        var place = mirrored(leftToRight, from, y, line.getAdvance(), 0);
        line.draw(graphics, (float) place.x, (float) (y + style.baseline()));
    }

    private Rectangle2D.Double mirrored(boolean leftToRight, double from, double y, double wide, double high) {
        return new Rectangle2D.Double(leftToRight ? left + from : left + width - from - wide, y, wide, high);
    }
}
