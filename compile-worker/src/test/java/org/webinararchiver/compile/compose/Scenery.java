package org.webinararchiver.compile.compose;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
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

    /** Whether all that is in a place looks so. */
    static boolean isAll(BufferedImage picture, Box box, IntPredicate look) {
        return Arrays.stream(pixels(picture, box)).allMatch(look);
    }

    /** Whether all that is outside of some places looks so. */
    static boolean isAllOutside(BufferedImage picture, List<Box> boxes, IntPredicate look) {
        int width = picture.getWidth();
        var isInside = new BitSet(width * picture.getHeight());
        for (var box : boxes) {
            for (int y = box.y(); y < box.bottom(); y++) {
                isInside.set(y * width + box.x(), y * width + box.right());
            }
        }
        var all = pixels(picture);
        return IntStream.range(0, all.length)
                .filter(each -> !isInside.get(each))
                .allMatch(each -> look.test(all[each]));
    }
}
