package org.webinararchiver.media.mp4;

import java.io.IOException;

/** Goes through a track's samples one by one, in the order in which they are stored. */
final class SampleWalk {
    private static final int FIRST_CHUNK = 0;
    private static final int SAMPLES = 4;

    private final TableRuns durations;
    private final TableRuns offsets;
    private final SampleSizes sizes;
    private final ChunkOffsets chunks;
    private final Table samplesInChunks;
    private final Table syncs;
    private long sample = -1;
    private long next;
    private long decoded;
    private long shown;
    private long place;
    private long size;
    private long chunk = -1;
    private long leftInChunk;
    private long chunkRow;
    private long syncRow;
    private boolean isSync;

    private SampleWalk(SampleTable table) throws IOException, NotMp4 {
        durations = new TableRuns(table.table("stts"));
        offsets = new TableRuns(table.table("ctts"));
        sizes = table.sizes().orElseThrow(() -> new NotMp4("a track does not tell its samples' sizes"));
        chunks = table.chunkOffsets().orElseThrow(() -> new NotMp4("a track does not tell where its samples are"));
        samplesInChunks = table.rows("stsc", 12);
        syncs = table.rows("stss", 4);
    }

    static SampleWalk of(SampleTable table) throws IOException, NotMp4 {
        return new SampleWalk(table);
    }

    /** Moves on to the next sample, the first one at first; false when there is none. */
    boolean next() throws IOException, NotMp4 {
        sample++;
        if (sample >= sizes.count()) {
            return false;
        }
        if (!durations.hasMore()) {
            throw new NotMp4("a track has more samples than times");
        }
        var offset = offsets.hasMore() ? offsets.value() : 0;
        decoded = next;
        shown = Math.addExact(decoded, offset);
        next = Math.addExact(decoded, Integer.toUnsignedLong(durations.value()));
        durations.take(1);
        offsets.take(1);
        place();
        isSync = syncs.rows() == 0 || syncRow < syncs.rows() && syncs.unsigned32(syncRow, 0) == sample + 1;
        syncRow += isSync ? 1 : 0;
        return true;
    }

    private void place() throws IOException, NotMp4 {
        place = Math.addExact(place, size);
        while (leftInChunk == 0) {
            chunk++;
            if (chunk >= chunks.count() || samplesInChunks.rows() == 0) {
                throw new NotMp4("a track has more samples than places");
            }
            while (chunkRow + 1 < samplesInChunks.rows()
                    && samplesInChunks.unsigned32(chunkRow + 1, FIRST_CHUNK) <= chunk + 1) {
                chunkRow++;
            }
            leftInChunk = samplesInChunks.unsigned32(chunkRow, SAMPLES);
            place = chunks.offset(chunk);
        }
        leftInChunk--;
        size = sizes.size(sample);
    }

    /** How many there are in all. */
    long count() {
        return sizes.count();
    }

    /** When the sample is decoded, in ticks of its track. */
    long decoded() {
        return decoded;
    }

    /** When the sample is shown, in ticks of its track. */
    long shown() {
        return shown;
    }

    /** The byte at which it begins. */
    long offset() {
        return place;
    }

    /** In bytes. */
    long size() {
        return size;
    }

    /** Whether the tables say that it can be decoded without those before it. */
    boolean isSync() {
        return isSync;
    }
}
