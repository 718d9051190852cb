package org.webinararchiver.media.mp4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A file's description, {@code moov}, read into memory and changed there. */
final class MovieEdit {
    private static final int HANDLER = 8;
    private static final int ENTRY_FIXED = 78;
    private static final long MOST_OF_SMALL_TABLE = 0xffff_ffffL;

    private final Mp4Bytes file;
    private final Boxes boxes;
    private final Box moov;
    private final ByteBuffer content;

    /** @param content the bytes of the whole box; changed */
    MovieEdit(Mp4Bytes file, Box moov, ByteBuffer content) {
        this.file = file;
        this.boxes = new Boxes(file);
        this.moov = moov;
        this.content = content;
    }

    /** Where something is to be found from now on that was at another place of the file. */
    @FunctionalInterface
    interface Move {
        /** @param size of the changed description, in bytes */
        long to(long place, int size) throws NotMp4;
    }

    /** Adds parameter sets to those of the picture, and tells the tables where the data will be. */
    ByteBuffer with(AvcConfiguration more, Move move) throws IOException, NotMp4 {
        var path = pathToParameterSets();
        var avcC = path.getLast();
        var known = AvcConfiguration.of(file.copy(avcC.body(), avcC.bodySize()));
        var changed = known.with(more).bytes();
        var growth = changed.length - (int) avcC.bodySize();
        moveData(place -> move.to(place, content.capacity() + growth));
        for (var box : path) {
            content.putInt(at(box.start()), (int) (box.end() - box.start()) + growth);
        }
        return ByteBuffer.allocate(content.capacity() + growth)
                .put(content.slice(0, at(avcC.body())))
                .put(changed)
                .put(content.slice(at(avcC.end()), content.capacity() - at(avcC.end())))
                .flip();
    }

    /** All of them have sizes of four bytes, since the whole box is in memory. */
    private List<Box> pathToParameterSets() throws IOException, NotMp4 {
        for (var trak : boxes.all(moov, "trak")) {
            var mdia = boxes.only(trak, "mdia");
            if (file.type(boxes.only(mdia, "hdlr").body() + HANDLER).equals("vide")) {
                var minf = boxes.only(mdia, "minf");
                var stbl = boxes.only(minf, "stbl");
                var stsd = boxes.only(stbl, "stsd");
                var entry = onlyEntry(stsd);
                var path = new ArrayList<>(List.of(moov, trak, mdia, minf, stbl, stsd, entry));
                path.add(boxes.between(entry.body() + ENTRY_FIXED, entry.end()).stream()
                        .filter(box -> box.type().equals("avcC"))
                        .findFirst()
                        .orElseThrow(() -> new NotMp4("a picture lacks its parameter sets")));
                return path;
            }
        }
        throw new NotMp4("it has no picture");
    }

    private Box onlyEntry(Box stsd) throws IOException, NotMp4 {
        var entries = boxes.between(stsd.body() + 8, stsd.end());
        if (entries.size() != 1 || !entries.getFirst().type().equals("avc1")) {
            throw new NotMp4("its picture is not coded in one way as avc1");
        }
        return entries.getFirst();
    }

    /** Where one thing goes. */
    @FunctionalInterface
    private interface Destination {
        long of(long place) throws NotMp4;
    }

    private void moveData(Destination destination) throws IOException, NotMp4 {
        for (var trak : boxes.all(moov, "trak")) {
            var stbl = boxes.only(boxes.only(boxes.only(trak, "mdia"), "minf"), "stbl");
            for (var box : boxes.all(stbl, "stco")) {
                moveData(Table.in(box, Integer.BYTES, file), destination);
            }
            for (var box : boxes.all(stbl, "co64")) {
                moveData(Table.in(box, Long.BYTES, file), destination);
            }
        }
    }

    private void moveData(Table table, Destination destination) throws NotMp4 {
        for (var row = 0L; row < table.rows(); row++) {
            var at = at(table.first() + row * table.rowSize());
            if (table.rowSize() == Long.BYTES) {
                content.putLong(at, destination.of(content.getLong(at)));
            } else {
                var place = destination.of(Integer.toUnsignedLong(content.getInt(at)));
                if (place > MOST_OF_SMALL_TABLE) {
                    throw new NotMp4("its data lie beyond what its tables can tell");
                }
                content.putInt(at, (int) place);
            }
        }
    }

    private int at(long place) {
        return (int) (place - moov.start());
    }
}
