package org.webinararchiver.compile.compose;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.util.Optional;
import org.webinararchiver.compile.text.Fonts;
import org.webinararchiver.compile.text.PlainText;
import org.webinararchiver.compile.text.TextLines;
import org.webinararchiver.core.layout.Box;
import org.webinararchiver.core.scene.Person;

/** Stands for the camera of somebody who is only heard. */
final class CardOfPerson {
    private static final int LONGEST = 200;
    /** Of the box's shorter side, the circle. */
    private static final double CIRCLE = 0.62;
    /** Of the circle, the size of letters. */
    private static final double LETTERS = 0.40;
    /** Of the circle, the room for letters from side to side. */
    private static final double ROOM = 0.74;

    /** Of what a line of Latin letters needs above where they stand, a capital letter. */
    private static final double CAPITAL = 0.78;

    private final Graphics2D graphics;
    private final Fonts fonts;

    private CardOfPerson(Graphics2D graphics, Fonts fonts) {
        this.graphics = graphics;
        this.fonts = fonts;
    }

    static void paint(Person person, Box box, Graphics2D graphics, Fonts fonts) {
        var within = (Graphics2D) graphics.create();
        try {
            within.clipRect(box.x(), box.y(), box.width(), box.height());
            new CardOfPerson(within, fonts).paint(person, box);
        } finally {
            within.dispose();
        }
    }

    private void paint(Person person, Box box) {
        graphics.setColor(Shades.CARD);
        graphics.fillRect(box.x(), box.y(), box.width(), box.height());
        double size = CIRCLE * Math.min(box.width(), box.height());
        var circle = new Ellipse2D.Double(
                box.x() + (box.width() - size) / 2, box.y() + (box.height() - size) / 2, size, size);
        graphics.setColor(Shades.circleOf(person.id()));
        graphics.fill(circle);
        graphics.setColor(Color.WHITE);
        var initials = Initials.of(PlainText.line(person.name(), LONGEST));
        if (initials.isEmpty() || !write(initials.get(), circle)) {
            drawSomebody(circle);
        }
    }

    /** @return whether anything is seen of the initials */
    private boolean write(String initials, Ellipse2D circle) {
        float size = (float) (LETTERS * circle.getWidth());
        var context = graphics.getFontRenderContext();
        var usual = new TextLines(fonts.bold(size), context).line(initials, Double.MAX_VALUE);
        var fitting = usual.flatMap(line -> line.getAdvance() <= ROOM * circle.getWidth()
                ? Optional.of(line)
                : new TextLines(fonts.bold((float) (size * ROOM * circle.getWidth() / line.getAdvance())), context)
                        .line(initials, Double.MAX_VALUE));
        fitting.ifPresent(line -> line.draw(
                graphics, (float) (circle.getCenterX() - line.getBounds().getCenterX()), (float)
                        (circle.getCenterY() + middle(initials, line))));
        return fitting.isPresent();
    }

    /** From where letters stand to their middle; capitals all have one, whatever they carry or hang. */
    private static double middle(String initials, TextLayout line) {
        return Character.isUpperCase(initials.codePointAt(0))
                ? CAPITAL / 2 * line.getAscent()
                : -line.getBounds().getCenterY();
    }

    /** Head and shoulders of somebody without a name. */
    private void drawSomebody(Ellipse2D circle) {
        var somebody = new Area(oval(circle, 0.22, 0.32, 0.32));
        somebody.add(new Area(oval(circle, 0.60, 0.62, 0.60)));
        somebody.intersect(new Area(circle));
        graphics.fill(somebody);
    }

    private static Ellipse2D oval(Ellipse2D circle, double top, double wide, double high) {
        double size = circle.getWidth();
        return new Ellipse2D.Double(
                circle.getCenterX() - wide * size / 2, circle.getY() + top * size, wide * size, high * size);
    }
}
