package org.webinararchiver.media.mp4;

import java.io.IOException;

/** Walks along a track's samples: where each lies in the file, how large it is and when it is decoded. */
final class Samples {
    private static final int FIRST_CHUNK = 0;
    private static final int SAMPLES = 4;

    private final TableRuns durations;
    private final ChunkOffsets offsets;
    private final Table chunks;
    private final SampleSizes sizes;

    private long sample = -1;
    private long time;
    private long nextTime;
    private long chunk = -1;
    private long row;
    private long leftInChunk;
    private long offset;
    private long nextOffset;

    /**
     * Begins before the first sample.
     *
     * @param chunks from which chunk on (counted from 1) each chunk has how many samples: {@code stsc}
     * @throws NotMp4 when there are more samples than the file has bytes: walking along them would take forever
     */
    Samples(TableRuns durations, ChunkOffsets offsets, Table chunks, SampleSizes sizes, long fileSize) throws NotMp4 {
        this.durations = durations;
        this.offsets = offsets;
        this.chunks = chunks;
        this.sizes = sizes;
        if (sizes.count() > fileSize) {
            throw new NotMp4("a track says that it has " + sizes.count() + " samples");
        }
    }

    /** @return false when there is none left, or nothing tells where or when the next one is */
    boolean next() throws IOException, NotMp4 {
        sample++;
        if (sample >= sizes.count() || !durations.hasMore() || !isInChunk()) {
            return false;
        }
        time = nextTime;
        nextTime = Math.addExact(time, Integer.toUnsignedLong(durations.value()));
        durations.take(1);
        offset = nextOffset;
        nextOffset = Math.addExact(offset, size());
        leftInChunk--;
        return true;
    }

    private boolean isInChunk() throws IOException, NotMp4 {
        while (leftInChunk == 0) {
            chunk++;
            if (chunk >= offsets.count() || chunks.rows() == 0) {
                return false;
            }
            while (row + 1 < chunks.rows() && chunks.unsigned32(row + 1, FIRST_CHUNK) <= chunk + 1) {
                row++;
            }
            leftInChunk = chunks.unsigned32(row, SAMPLES);
            nextOffset = offsets.offset(chunk);
        }
        return true;
    }

    boolean isLast() {
        return sample + 1 >= sizes.count();
    }

    /** When it is decoded, in ticks of the track's clock. */
    long time() {
        return time;
    }

    /** The byte where it starts. */
    long offset() {
        return offset;
    }

    /** In bytes. */
    long size() throws IOException, NotMp4 {
        return sizes.size(sample);
    }
}
