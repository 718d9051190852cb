package org.webinararchiver.download;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** MP4 files of a second of pictures that are no pictures: whole for whoever only reads what describes them. */
public final class SmallMp4 {
    private static final int FRAMES = 10;
    private static final int TICKS_A_SECOND = 1000;
    private static final int HEADER = 8;

    private SmallMp4() {}

    /** The description stands behind the data, as cameras write it. */
    public static byte[] of(byte[] data) {
        var start = joined(fileType(), box("free"));
        return joined(start, box("mdat", data), description(data.length, start.length + HEADER));
    }

    /** The description stands before the data, so that a player can begin at once. */
    public static byte[] fastStart(byte[] data) {
        var type = fileType();
        var length = description(data.length, 0).length;
        return joined(type, description(data.length, type.length + length + HEADER), box("mdat", data));
    }

    private static byte[] fileType() {
        return box("ftyp", text("isom"), ints(0), text("isom"));
    }

    private static byte[] description(int length, int offset) {
        return box(
                "moov",
                box("mvhd", ints(0, 0, 0, TICKS_A_SECOND, TICKS_A_SECOND), new byte[80]),
                box("trak", box("tkhd", ints(0, 0, 0, 1), new byte[68]), media(length, offset)));
    }

    private static byte[] media(int length, int offset) {
        return box(
                "mdia",
                box("mdhd", ints(0, 0, 0, TICKS_A_SECOND, TICKS_A_SECOND, 0)),
                box("hdlr", ints(0, 0), text("vide"), new byte[13]),
                box("minf", samples(length, offset)));
    }

    /** As many frames in one chunk, the last of which takes what is left. */
    private static byte[] samples(int length, int offset) {
        var sizes = new int[FRAMES];
        Arrays.fill(sizes, length / FRAMES);
        sizes[FRAMES - 1] += length % FRAMES;
        var entry = ByteBuffer.allocate(78).putShort(24, (short) 64).putShort(26, (short) 48);
        return box(
                "stbl",
                box("stsd", ints(0, 1), box("avc1", entry.array())),
                box("stts", ints(0, 1, FRAMES, TICKS_A_SECOND / FRAMES)),
                box("stsc", ints(0, 1, 1, FRAMES, 1)),
                box("stsz", ints(0, 0, FRAMES), ints(sizes)),
                box("stco", ints(0, 1, offset)));
    }

    private static byte[] box(String type, byte[]... contents) {
        var content = joined(contents);
        return joined(ints(HEADER + content.length), text(type), content);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] ints(int... values) {
        var bytes = ByteBuffer.allocate(4 * values.length);
        bytes.asIntBuffer().put(values);
        return bytes.array();
    }

    private static byte[] joined(byte[]... parts) {
        var whole = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(whole::put);
        return whole.array();
    }
}
