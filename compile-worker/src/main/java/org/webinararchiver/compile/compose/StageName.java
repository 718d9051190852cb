package org.webinararchiver.compile.compose;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import org.webinararchiver.compile.text.Fonts;
import org.webinararchiver.core.layout.Box;
import org.webinararchiver.core.manifest.Owners;
import org.webinararchiver.core.scene.Scene;
import org.webinararchiver.core.scene.Stage;

/**
 * Writes below the stage who is on it; of a screen, who shares it, behind a small picture of a screen: a name alone
 * could be taken for that of somebody who is seen.
 */
record StageName(Owners owners) {
    /** Of the place's height. */
    private static final double ROOM_FOR_SCREEN = 1.1;

    void write(Scene scene, Box place, Graphics2D graphics, Fonts fonts) {
        switch (scene.stage()) {
            case Stage.Camera(var person) -> new NamePainter(graphics, fonts).name(person.name(), place);
            case Stage.Screen(var track) ->
                owners.name(track, scene.time().from())
                        .filter(name -> !name.isBlank())
                        .ifPresent(name -> sharedBy(name, place, graphics, fonts));
            case Stage.OfSlide slide -> {}
            case Stage.Nothing nothing -> {}
        }
    }

    private static void sharedBy(String name, Box place, Graphics2D graphics, Fonts fonts) {
        int room = 2 * (int) (place.height() * ROOM_FOR_SCREEN / 2);
        screen(place, graphics);
        new NamePainter(graphics, fonts)
                .name(name, new Box(place.x() + room, place.y(), place.width() - room, place.height()));
    }

    private static void screen(Box place, Graphics2D graphics) {
        var within = (Graphics2D) graphics.create();
        try {
            double unit = place.height() / 20.0;
            within.translate(place.x(), place.y());
            within.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            within.setColor(Shades.NAME);
            within.setStroke(new BasicStroke((float) (1.5 * unit)));
            within.draw(new RoundRectangle2D.Double(3 * unit, 4 * unit, 16 * unit, 10 * unit, 2 * unit, 2 * unit));
            within.draw(new Line2D.Double(11 * unit, 14 * unit, 11 * unit, 17 * unit));
            within.draw(new Line2D.Double(7 * unit, 17 * unit, 15 * unit, 17 * unit));
        } finally {
            within.dispose();
        }
    }
}
