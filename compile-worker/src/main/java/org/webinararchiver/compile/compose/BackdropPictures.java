package org.webinararchiver.compile.compose;

import java.awt.image.RenderedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileImageOutputStream;
import org.webinararchiver.compile.text.TextNotDrawn;
import org.webinararchiver.core.manifest.Segment;

/** Writes what a painter paints into files that ffmpeg reads. */
final class BackdropPictures implements Backdrops {
    /** Pressed hard, a picture would take longer to write than to paint; it is read once and thrown away. */
    private static final float HARDLY_COMPRESSED = 0.9f;

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

    private static void write(RenderedImage picture, Path file) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        try (var output = new FileImageOutputStream(file.toFile())) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(HARDLY_COMPRESSED);
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
