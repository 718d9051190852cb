package org.webinararchiver.media.mp4;

import java.io.IOException;

/** Reads samples that lie one after the other: {@code trun}. */
final class FragmentRun {
    private static final int HAS_OFFSET = 0x1;
    private static final int HAS_FIRST_FLAGS = 0x4;
    private static final int HAS_DURATION = 0x100;
    private static final int HAS_SIZE = 0x200;
    private static final int HAS_FLAGS = 0x400;
    private static final int HAS_SHOWN_LATER = 0x800;

    private final Mp4Bytes bytes;
    private final Box trun;
    private final FragmentDefaults defaults;
    private final long flags;
    private final long samples;

    FragmentRun(Box trun, FragmentDefaults defaults, Mp4Bytes bytes) throws IOException, NotMp4 {
        this.trun = trun;
        this.defaults = defaults;
        this.bytes = bytes;
        this.flags = bytes.unsigned32(trun.body()) & 0xffffff;
        this.samples = bytes.unsigned32(trun.body() + 4);
    }

    /**
     * Adds the samples.
     *
     * @param base what the run's offset counts from
     * @param follows where the data lie when the run has no offset
     * @return the byte after the last one of the samples' data
     */
    long read(SampleTimes times, long base, long follows) throws IOException, NotMp4 {
        var start = has(HAS_OFFSET) ? Math.addExact(base, bytes.signed32(trun.body() + 8)) : follows;
        var rowSize = 4 * Long.bitCount(flags & (HAS_DURATION | HAS_SIZE | HAS_FLAGS | HAS_SHOWN_LATER));
        if (rowSize == 0) {
            times.add(samples, defaults.duration(), 0);
            return Math.addExact(start, Math.multiplyExact(samples, defaults.size()));
        }
        var first = trun.body() + 8 + (has(HAS_OFFSET) ? 4 : 0) + (has(HAS_FIRST_FLAGS) ? 4 : 0);
        if (samples * rowSize > trun.end() - first) {
            throw new NotMp4("a run of " + samples + " samples is longer than what holds it");
        }
        return rows(times, new Table(bytes, first, samples, rowSize), start);
    }

    private long rows(SampleTimes times, Table table, long start) throws IOException, NotMp4 {
        var sizeColumn = has(HAS_DURATION) ? 4 : 0;
        var laterColumn = sizeColumn + (has(HAS_SIZE) ? 4 : 0) + (has(HAS_FLAGS) ? 4 : 0);
        var end = start;
        for (var row = 0L; row < samples; row++) {
            var duration = has(HAS_DURATION) ? table.unsigned32(row, 0) : defaults.duration();
            times.add(1, duration, has(HAS_SHOWN_LATER) ? table.signed32(row, laterColumn) : 0);
            end = Math.addExact(end, has(HAS_SIZE) ? table.unsigned32(row, sizeColumn) : defaults.size());
        }
        return end;
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
