package org.webinararchiver.compile.compose;

import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.webinararchiver.compile.text.TextNotDrawn;
import org.webinararchiver.core.manifest.Segment;

/** Writes what a painter paints into files that ffmpeg reads. */
final class BackdropPictures implements Backdrops {
    private final BackdropPainter painter;

    BackdropPictures(BackdropPainter painter) {
        this.painter = painter;
    }

    @Override
    public void draw(Ground ground, Path file) throws IOException {
        try {
            write(painted(ground), file);
        } catch (TextNotDrawn e) {
            throw new IOException("a picture can not be drawn", e);
        }
    }

    /** The ids of the segments of slides that could not be drawn since their files hold no picture. */
    Set<String> unreadableSegments() {
        synchronized (painter) {
            return painter.unreadable().stream()
                    .flatMap(one -> one.slide().file().stream())
                    .map(Segment::id)
                    .collect(Collectors.toSet());
        }
    }

    private RenderedImage painted(Ground ground) throws TextNotDrawn, IOException {
        synchronized (painter) {
            return painter.paint(ground.scene(), ground.seating());
        }
    }

    /** As BMP: it is read often, at once and by our own ffmpeg, so pressing it would cost more than it spares. */
    private static void write(RenderedImage picture, Path file) throws IOException {
        if (!ImageIO.write(picture, "bmp", file.toFile())) {
            throw new IOException("this Java writes no BMP of this kind of picture");
        }
    }
}
