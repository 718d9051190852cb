package org.webinararchiver.compile.compose;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.webinararchiver.compile.text.Canvas;
import org.webinararchiver.compile.text.Fonts;
import org.webinararchiver.compile.text.TextNotDrawn;
import org.webinararchiver.core.layout.Box;
import org.webinararchiver.core.layout.Seat;
import org.webinararchiver.core.layout.Seating;
import org.webinararchiver.core.layout.Size;
import org.webinararchiver.core.manifest.Message;
import org.webinararchiver.core.manifest.Owners;
import org.webinararchiver.core.manifest.Slide;
import org.webinararchiver.core.scene.Person;
import org.webinararchiver.core.scene.Scene;
import org.webinararchiver.core.scene.Stage;

/**
 * Draws all of a scene that does not move: slide, names, cards of those who are only heard, messages. Cameras and
 * shared screens are laid upon it. What was drawn last is remembered, so one recording has one painter, in one thread.
 */
public final class BackdropPainter {
    private final Size screen;
    private final SlidePictures slides;
    private final StageName stageName;
    private final ChatPanel chat;

    /**
     * @param screen how large the pictures are
     * @param slides finds the file of a slide's picture, empty where there is none; it may hold anything
     * @param reader reads these files
     * @param owners tells who shares a screen
     * @param messages all of the recording, in order of time
     */
    BackdropPainter(
            Size screen,
            Function<Slide, Optional<Path>> slides,
            SlidePictures.Reader reader,
            Owners owners,
            List<Message> messages) {
        this.screen = Objects.requireNonNull(screen);
        this.slides = new SlidePictures(slides, reader);
        this.stageName = new StageName(owners);
        this.chat = new ChatPanel(messages, MessageStyle.on(screen.height()));
    }

    /**
     * An opaque picture of the screen's size, the same for the same scene.
     *
     * @param seating has a seat for everybody in the scene
     * @throws TextNotDrawn when this Java lacks what it needs for text
     * @throws IOException when there is no room for the fonts' files
     */
    public BufferedImage paint(Scene scene, Seating seating) throws TextNotDrawn, IOException {
        if (seating.seats().size() != scene.people().size()) {
            throw new IllegalArgumentException(
                    seating.seats().size() + " seats for " + scene.people().size() + " people");
        }
        return Canvas.painted(
                screen.width(), screen.height(), (graphics, fonts) -> paint(scene, seating, graphics, fonts));
    }

    /** Slides of the scenes so far whose stage stayed empty since their files hold no picture. */
    public List<UnreadableSlide> unreadable() {
        return slides.unreadable();
    }

    private void paint(Scene scene, Seating seating, Graphics2D graphics, Fonts fonts) {
        fill(new Box(0, 0, screen.width(), screen.height()), Shades.SCREEN, graphics);
        seating.stage().ifPresent(box -> stage(scene.stage(), box, graphics));
        seating.stageName().ifPresent(box -> stageName.write(scene, box, graphics, fonts));
        for (int each = 0; each < seating.seats().size(); each++) {
            seat(scene.people().get(each), seating.seats().get(each), graphics, fonts);
        }
        seating.more().ifPresent(box -> new NamePainter(graphics, fonts).more(scene.more(), box));
        seating.chat().ifPresent(box -> chat.paint(scene.messages(), box, graphics, fonts));
    }

    private void stage(Stage stage, Box box, Graphics2D graphics) {
        fill(box, Shades.STAGE, graphics);
        if (stage instanceof Stage.OfSlide ofSlide) {
            slides.on(box, ofSlide.slide())
                    .ifPresent(slide -> graphics.drawImage(
                            slide.picture(), slide.place().x(), slide.place().y(), null));
        }
    }

    private static void seat(Person person, Seat seat, Graphics2D graphics, Fonts fonts) {
        if (person.seen()) {
            fill(seat.picture(), Shades.STAGE, graphics);
        } else {
            CardOfPerson.paint(person, seat.picture(), graphics, fonts);
        }
        new NamePainter(graphics, fonts).name(person.name(), seat.label());
    }

    private static void fill(Box box, Color color, Graphics2D graphics) {
        graphics.setColor(color);
        graphics.fillRect(box.x(), box.y(), box.width(), box.height());
    }
}
