package org.webinararchiver.compile.compose;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.webinararchiver.core.layout.Box;
import org.webinararchiver.core.manifest.Message;
import org.webinararchiver.core.manifest.Slide;
import org.webinararchiver.core.scene.Person;
import org.webinararchiver.core.scene.Scene;
import org.webinararchiver.core.scene.Stage;
import org.webinararchiver.core.timeline.Span;

/** Scenes for tests, and a look at what was painted of them. */
final class Scenery {
    static final Slide SLIDE =
            new Slide(Optional.empty(), Optional.of("1"), Optional.empty(), Duration.ZERO, Duration.ofMinutes(1));

    private Scenery() {}

    static Scene scene(Stage stage, List<Person> people, int more, int messages) {
        return new Scene(new Span(Duration.ZERO, Duration.ofSeconds(1)), stage, people, more, messages);
    }

    static Person heard(String name) {
        return new Person("id of " + name, "track of " + name, name, false);
    }

    static Person seen(String name) {
        return new Person("id of " + name, "track of " + name, name, true);
    }

    static Message said(String author, String text) {
        return message(Message.Kind.CHAT, author, text);
    }

    static Message asked(String author, String text) {
        return message(Message.Kind.QUESTION, author, text);
    }

    private static Message message(Message.Kind kind, String author, String text) {
        return new Message(
                kind,
                Duration.ofHours(1),
                Optional.empty(),
                Optional.empty(),
                Optional.of(author).filter(name -> !name.isEmpty()),
                text);
    }

    /** The colours of a place, row by row. */
    static int[] pixels(BufferedImage picture, Box box) {
        return picture.getRGB(box.x(), box.y(), box.width(), box.height(), null, 0, box.width());
    }

    static int[] pixels(BufferedImage picture) {
        return pixels(picture, new Box(0, 0, picture.getWidth(), picture.getHeight()));
    }

    static Box leftHalf(Box box) {
        return new Box(box.x(), box.y(), box.width() / 4 * 2, box.height());
    }

    static Box rightHalf(Box box) {
        return new Box(box.x() + box.width() / 4 * 2, box.y(), box.width() / 4 * 2, box.height());
    }

    /** The colours outside of some places. */
    static int[] pixelsOutside(BufferedImage picture, List<Box> boxes) {
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .filter(each -> boxes.stream()
                        .noneMatch(box -> isIn(box, each % picture.getWidth(), each / picture.getWidth())))
                .map(each -> picture.getRGB(each % picture.getWidth(), each / picture.getWidth()))
                .toArray();
    }

    private static boolean isIn(Box box, int x, int y) {
        return box.x() <= x && x < box.right() && box.y() <= y && y < box.bottom();
    }
}
