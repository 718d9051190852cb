package org.webinararchiver.compile.compose;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.webinararchiver.core.layout.Size;

/**
 * A slide as it was read.
 *
 * @param size of the picture in its file
 * @param pixels of the whole picture, of a very large one fewer than it has
 */
record SlideFile(Size size, BufferedImage pixels) {
    /** A picture of 8K is a little smaller. */
    static final long MOST_PIXELS = 40_000_000;

    /** Whole rows are decoded, however few pixels of them are kept. */
    private static final int MOST_ACROSS = 30_000;

    /** In bytes: a picture of 4K with transparency is a little smaller. */
    private static final long MOST_DECODED = 36_000_000;

    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    /**
     * Reads a PNG or JPEG file that a stranger made.
     *
     * @throws IOException also when it is of another format, damaged, or larger than 40 million pixels
     */
    static SlideFile read(Path file) throws IOException {
        try (var stream = new FileImageInputStream(file.toFile())) {
            var reader = readerOf(stream);
            try {
                reader.setInput(stream, true, true);
                return read(reader);
            } finally {
                reader.dispose();
            }
        } catch (RuntimeException e) {
            // Java's readers throw any of them at files that were made to do harm.
            throw new IOException("not read: " + e, e);
        }
    }

    private static ImageReader readerOf(ImageInputStream stream) throws IOException {
        var readers = ImageIO.getImageReaders(stream);
        while (readers.hasNext()) {
            var reader = readers.next();
            if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return reader;
            }
        }
        throw new IOException("neither PNG nor JPEG");
    }

    private static SlideFile read(ImageReader reader) throws IOException {
        var size = new Size(reader.getWidth(0), reader.getHeight(0));
        long count = (long) size.width() * size.height();
        if (count > MOST_PIXELS || size.width() > MOST_ACROSS) {
            throw new IOException("a picture of " + size.width() + "x" + size.height());
        }
        long bytes = count * reader.getImageTypes(0).next().getColorModel().getPixelSize() / Byte.SIZE;
        int step = Math.max(1, (int) Math.ceil(Math.sqrt((double) bytes / MOST_DECODED)));
        var wanted = reader.getDefaultReadParam();
        wanted.setSourceSubsampling(Math.min(step, size.width()), Math.min(step, size.height()), 0, 0);
        return new SlideFile(size, reader.read(0, wanted));
    }
}
