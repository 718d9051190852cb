package org.webinararchiver.compile.compose;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.webinararchiver.core.layout.Size;
import org.webinararchiver.core.manifest.Message;

/** Draws grounds and keeps their pictures as files while they are needed. */
final class BackdropPictures {
    private final Size size;
    private final Composition.SlideFiles slides;
    private final List<Message> messages;

    BackdropPictures(Size size, Composition.SlideFiles slides, List<Message> messages) {
        this.size = size;
        this.slides = slides;
        this.messages = messages;
    }

    /** Files in this folder. */
    Backdrops in(Path folder) {
        Map<Ground, Path> drawn = new HashMap<>();
        return ground -> {
            synchronized (drawn) {
                var known = drawn.get(ground);
                if (known == null) {
                    known = folder.resolve("ground-%d.png".formatted(drawn.size()));
                    draw(ground, known);
                    drawn.put(ground, known);
                }
                return known;
            }
        };
    }

    private void draw(Ground ground, Path file) throws IOException {
        var picture = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(new Color(0x14, 0x1a, 0x22));
        graphics.fillRect(0, 0, size.width(), size.height());
        graphics.dispose();
        Files.createDirectories(file.getParent());
        ImageIO.write(picture, "png", file.toFile());
    }
}
