package org.webinararchiver.media.mp4;

import java.io.IOException;

/** Goes through a table of rows of a count and a value: so many samples have this value. */
final class TableRuns {
    private final Table table;
    private long row = -1;
    private long left;

    TableRuns(Table table) throws IOException, NotMp4 {
        this.table = table;
        take(0);
    }

    boolean hasMore() {
        return row < table.rows();
    }

    long left() {
        return left;
    }

    int value() throws IOException, NotMp4 {
        return table.signed32(row, 4);
    }

    /** Moves on to the next row that is not used up; some files hold rows of zero samples. */
    void take(long samples) throws IOException, NotMp4 {
        left -= samples;
        while (left <= 0 && row < table.rows()) {
            row++;
            left = hasMore() ? table.unsigned32(row, 0) : 0;
        }
    }
}
