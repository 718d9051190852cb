package org.webinararchiver.media.mp4;

import java.io.IOException;
import java.util.Optional;
import org.webinararchiver.core.media.MediaProbe;

/** Goes through a file's outermost boxes in their order. */
final class Mp4File {
    /** A day of fragments of a tenth of a second is a third of it. */
    private static final int MOST_BOXES = 5_000_000;

    /** The description of a recording of many hours has some megabytes. */
    private static final long LARGEST_MOVIE = 256L << 20;

    private final Mp4Bytes bytes;
    private Optional<Movie> movie = Optional.empty();
    private boolean hasBoxes;
    private long neededSize;

    Mp4File(Mp4Bytes bytes) {
        this.bytes = bytes;
    }

    MediaProbe probe() throws IOException, Mp4Exception {
        try {
            readBoxes();
            return measured();
        } catch (ArithmeticException e) {
            var contradiction = new NotMp4("its numbers lead beyond all measure");
            contradiction.initCause(e);
            throw contradiction;
        }
    }

    private void readBoxes() throws IOException, NotMp4 {
        var at = 0L;
        for (var count = 0; bytes.size() - at >= Box.SMALLEST && !isRubbish(at); count++) {
            if (count == MOST_BOXES) {
                throw new NotMp4("it has more than " + MOST_BOXES + " parts");
            }
            var box = Box.at(bytes, at, bytes.size());
            need(box.end());
            if (box.end() <= bytes.size()) {
                read(box);
            }
            hasBoxes = true;
            at = box.end();
        }
    }

    /** Some programs leave rubbish behind the last box, which all players overlook. */
    private boolean isRubbish(long at) throws IOException, NotMp4 {
        if (Box.isHeaderOfFile(bytes, at)) {
            return false;
        }
        if (movie.isEmpty()) {
            throw new NotMp4("it does not hold what an MP4 file holds at byte " + at);
        }
        return true;
    }

    private void read(Box box) throws IOException, NotMp4 {
        switch (box.type()) {
            case "moov" -> {
                if (movie.isEmpty()) {
                    readMovie(box);
                }
            }
            case "moof" -> {
                var fragment = new Fragment(
                        box, movie.orElseThrow(() -> new NotMp4("a fragment comes before the description")), bytes);
                need(fragment.read());
            }
            default -> {
                // data, or of no interest
            }
        }
    }

    private void readMovie(Box moov) throws IOException, NotMp4 {
        if (moov.bodySize() > LARGEST_MOVIE) {
            throw new NotMp4("its description has " + moov.bodySize() + " bytes");
        }
        var read = Movie.read(moov, bytes);
        need(read.dataEnd());
        movie = Optional.of(read);
    }

    private void need(long end) {
        neededSize = Math.max(neededSize, end);
    }

    private MediaProbe measured() throws Mp4Exception {
        if (movie.isEmpty()) {
            if (!hasBoxes) {
                throw new NotMp4("it is empty, or shorter than the smallest part");
            }
            // Cut off between two boxes, or within a header: at least a header is missing.
            need(bytes.size() + Box.SMALLEST);
        }
        if (neededSize <= bytes.size() && movie.isPresent()) {
            return movie.get().probe();
        }
        throw new TruncatedMp4(
                bytes.size(),
                neededSize,
                movie.isPresent() ? Optional.of(movie.get().probe()) : Optional.empty());
    }
}
