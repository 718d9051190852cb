package org.webinararchiver.media.mp4;

import java.io.IOException;
import java.util.Optional;

/** Finds the first track of sound in a whole file. */
final class Soundtrack {
    /** More outermost boxes than this before the description has no whole file. */
    private static final int MOST_BOXES = 1000;

    private final Mp4Bytes bytes;
    private final Mp4Bytes data;
    private final Boxes boxes;

    /**
     * Prepares to look.
     *
     * @param bytes tables are read through
     * @param data the same file, packets are read through
     */
    Soundtrack(Mp4Bytes bytes, Mp4Bytes data) {
        this.bytes = bytes;
        this.data = data;
        this.boxes = new Boxes(bytes);
    }

    /** Absent where there is no sound, or it is not of plain AAC, or the file is made of fragments. */
    Optional<AacPackets> packets() throws IOException, NotMp4 {
        var moov = description();
        if (moov.isEmpty() || boxes.first(moov.get(), "mvex").isPresent()) {
            return Optional.empty();
        }
        var reader = new TrackReader(bytes, Movie.clock(moov.get(), bytes));
        for (var trak : boxes.all(moov.get(), "trak")) {
            if (reader.isSound(trak)) {
                return reader.aacPackets(trak, data);
            }
        }
        return Optional.empty();
    }

    private Optional<Box> description() throws IOException, NotMp4 {
        var at = 0L;
        for (var count = 0; count < MOST_BOXES && bytes.size() - at >= Box.SMALLEST; count++) {
            var box = Box.at(bytes, at, bytes.size());
            if (box.type().equals("moov")) {
                return Optional.of(box).filter(moov -> moov.end() <= bytes.size());
            }
            at = box.end();
        }
        return Optional.empty();
    }
}
