package org.webinararchiver.media.mp4;

import java.io.IOException;

/**
 * How many bytes each sample has.
 *
 * @param common the size of every sample, or 0 when the table tells
 * @param count of samples
 * @param bits of each size in the table: 4, 8, 16 or 32
 * @param first the byte where the table starts
 */
record SampleSizes(long common, long count, int bits, long first, Mp4Bytes bytes) {

    static SampleSizes ofStsz(Box box, Mp4Bytes bytes) throws IOException, NotMp4 {
        var common = bytes.unsigned32(box.body() + 4);
        if (common != 0) {
            return new SampleSizes(common, bytes.unsigned32(box.body() + 8), 32, 0, bytes);
        }
        var table = Table.in(box, 8, 4, bytes);
        return new SampleSizes(0, table.rows(), 32, table.first(), bytes);
    }

    static SampleSizes ofStz2(Box box, Mp4Bytes bytes) throws IOException, NotMp4 {
        var bits = bytes.unsigned8(box.body() + 7);
        var count = bytes.unsigned32(box.body() + 8);
        var first = box.body() + 12;
        if (bits != 4 && bits != 8 && bits != 16 || Math.ceilDiv(count * bits, 8L) > box.end() - first) {
            throw new NotMp4("a table of sizes of " + bits + " bits says that it has " + count + " rows");
        }
        return new SampleSizes(0, count, bits, first, bytes);
    }

    /** The bytes of this many samples one after the other. */
    long sum(long firstSample, long samples) throws IOException, NotMp4 {
        if (common != 0) {
            return Math.multiplyExact(common, samples);
        }
        var sum = 0L;
        for (var sample = firstSample; sample < firstSample + samples; sample++) {
            sum += size(sample);
        }
        return sum;
    }

    /** The bytes of one sample. */
    long size(long sample) throws IOException, NotMp4 {
        if (common != 0) {
            return common;
        }
        return switch (bits) {
            case 32 -> bytes.unsigned32(first + sample * 4);
            case 16 -> bytes.unsigned16(first + sample * 2);
            case 8 -> bytes.unsigned8(first + sample);
            default -> (bytes.unsigned8(first + sample / 2) >> (sample % 2 == 0 ? 4 : 0)) & 0xf;
        };
    }
}
