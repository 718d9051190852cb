package org.webinararchiver.media.mp4;

import java.io.IOException;

/** Puts sizes and places together: how far into the file a track's samples reach. */
final class DataExtent {
    private static final int FIRST_CHUNK = 0;
    private static final int SAMPLES = 4;

    private final ChunkOffsets offsets;
    private final Table chunks;
    private final SampleSizes sizes;

    /** @param chunks from which chunk on (counted from 1) each chunk has how many samples: {@code stsc} */
    DataExtent(ChunkOffsets offsets, Table chunks, SampleSizes sizes) {
        this.offsets = offsets;
        this.chunks = chunks;
        this.sizes = sizes;
    }

    long end() throws IOException, NotMp4 {
        var end = 0L;
        var sample = 0L;
        var row = 0L;
        for (var chunk = 0L; chunk < offsets.count() && sample < sizes.count() && chunks.rows() > 0; chunk++) {
            while (row + 1 < chunks.rows() && chunks.unsigned32(row + 1, FIRST_CHUNK) <= chunk + 1) {
                row++;
            }
            var samples = Math.min(chunks.unsigned32(row, SAMPLES), sizes.count() - sample);
            end = Math.max(end, Math.addExact(offsets.offset(chunk), sizes.sum(sample, samples)));
            sample += samples;
        }
        return end;
    }
}
