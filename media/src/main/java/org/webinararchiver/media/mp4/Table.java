package org.webinararchiver.media.mp4;

import java.io.IOException;

/**
 * A box that is a table: a count, then as many rows of one size.
 *
 * @param first the byte where the first row starts
 * @param rows how many there are; all of them lie within the box
 * @param rowSize in bytes
 */
record Table(Mp4Bytes bytes, long first, long rows, int rowSize) {

    /** A table whose count stands right after version and flags. */
    static Table in(Box box, int rowSize, Mp4Bytes bytes) throws IOException, NotMp4 {
        return in(box, 4, rowSize, bytes);
    }

    /** @param countOffset where the count stands, from the box's body on; the rows follow it */
    static Table in(Box box, int countOffset, int rowSize, Mp4Bytes bytes) throws IOException, NotMp4 {
        var rows = bytes.unsigned32(box.body() + countOffset);
        var first = box.body() + countOffset + 4;
        if (rows * rowSize > box.end() - first) {
            throw new NotMp4("the table " + box.type() + " says that it has " + rows + " rows, more than it holds");
        }
        return new Table(bytes, first, rows, rowSize);
    }

    static Table empty(Mp4Bytes bytes) {
        return new Table(bytes, 0, 0, 0);
    }

    long unsigned32(long row, int column) throws IOException, NotMp4 {
        return bytes.unsigned32(first + row * rowSize + column);
    }

    int signed32(long row, int column) throws IOException, NotMp4 {
        return bytes.signed32(first + row * rowSize + column);
    }

    long unsigned64(long row, int column) throws IOException, NotMp4 {
        return bytes.unsigned64(first + row * rowSize + column);
    }

    long signed64(long row, int column) throws IOException, NotMp4 {
        return bytes.signed64(first + row * rowSize + column);
    }
}
