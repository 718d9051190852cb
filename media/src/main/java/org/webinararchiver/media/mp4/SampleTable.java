package org.webinararchiver.media.mp4;

import java.io.IOException;
import java.util.Optional;

/**
 * Reads a track's table of samples, {@code stbl}. Works on runs of equal samples as they are stored, so that a few
 * bytes which claim thousands of millions of samples cost no time.
 */
final class SampleTable {
    private final Mp4Bytes bytes;
    private final Boxes boxes;
    private final Box stbl;

    SampleTable(Box stbl, Mp4Bytes bytes) {
        this.stbl = stbl;
        this.bytes = bytes;
        this.boxes = new Boxes(bytes);
    }

    /** When the samples are shown, from {@code stts} and {@code ctts}. */
    SampleTimes times() throws IOException, NotMp4 {
        var durations = new TableRuns(table("stts"));
        var offsets = new TableRuns(table("ctts"));
        var times = new SampleTimes();
        while (durations.hasMore()) {
            var samples = offsets.hasMore() ? Math.min(durations.left(), offsets.left()) : durations.left();
            times.add(samples, Integer.toUnsignedLong(durations.value()), offsets.hasMore() ? offsets.value() : 0);
            durations.take(samples);
            offsets.take(samples);
        }
        return times;
    }

    /** One after another; absent where samples are shown in another order, or nothing tells where they lie. */
    Optional<Samples> samples() throws IOException, NotMp4 {
        var offsets = chunkOffsets();
        var sizes = sizes();
        if (boxes.first(stbl, "ctts").isPresent() || offsets.isEmpty() || sizes.isEmpty()) {
            return Optional.empty();
        }
        var chunks = Table.in(boxes.only(stbl, "stsc"), 12, bytes);
        return Optional.of(new Samples(new TableRuns(table("stts")), offsets.get(), chunks, sizes.get(), bytes.size()));
    }

    Table table(String type) throws IOException, NotMp4 {
        return rows(type, 8);
    }

    /** Empty where there is no such table. */
    Table rows(String type, int rowSize) throws IOException, NotMp4 {
        var box = boxes.first(stbl, type);
        return box.isPresent() ? Table.in(box.get(), rowSize, bytes) : Table.empty(bytes);
    }

    /** The byte after the last one that belongs to a sample, from {@code stsz}, {@code stsc} and {@code stco}. */
    long dataEnd() throws IOException, NotMp4 {
        var offsets = chunkOffsets();
        var sizes = sizes();
        if (offsets.isEmpty() || sizes.isEmpty()) {
            return 0;
        }
        var chunks = Table.in(boxes.only(stbl, "stsc"), 12, bytes);
        return new DataExtent(offsets.get(), chunks, sizes.get()).end();
    }

    Optional<ChunkOffsets> chunkOffsets() throws IOException, NotMp4 {
        var small = boxes.first(stbl, "stco");
        if (small.isPresent()) {
            return Optional.of(new ChunkOffsets(Table.in(small.get(), 4, bytes), false));
        }
        var large = boxes.first(stbl, "co64");
        return large.isPresent()
                ? Optional.of(new ChunkOffsets(Table.in(large.get(), 8, bytes), true))
                : Optional.empty();
    }

    Optional<SampleSizes> sizes() throws IOException, NotMp4 {
        var plain = boxes.first(stbl, "stsz");
        if (plain.isPresent()) {
            return Optional.of(SampleSizes.ofStsz(plain.get(), bytes));
        }
        var compact = boxes.first(stbl, "stz2");
        return compact.isPresent() ? Optional.of(SampleSizes.ofStz2(compact.get(), bytes)) : Optional.empty();
    }
}
