package org.webinararchiver.media.mp4;

import java.io.IOException;

/**
 * Where in the file each chunk of samples starts.
 *
 * @param isLarge whether a row has eight bytes rather than four
 */
record ChunkOffsets(Table table, boolean isLarge) {

    long count() {
        return table.rows();
    }

    long offset(long chunk) throws IOException, NotMp4 {
        return isLarge ? table.unsigned64(chunk, 0) : table.unsigned32(chunk, 0);
    }
}
