package org.webinararchiver.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Any bytes as the H.264 of a file whose other tables are right, so that they are read rather than refused: the first
 * tells where parameter sets may be, two tell the length of the box {@code avcC}, which follows; the rest is frames of
 * equal size.
 */
final class H264File {
    private static final int FRAMES = 4;
    private static final int HEAD = 3;
    private static final int TICKS = 90_000;
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;
    private static final byte[] TYPE = box("ftyp", "isom".getBytes(ISO_8859_1), new byte[4]);

    private H264File() {}

    static byte[] of(byte[] input) {
        var bytes = ByteBuffer.wrap(Arrays.copyOf(input, Math.max(input.length, HEAD)));
        var entry = (bytes.get() & 1) == 0 ? "avc1" : "avc3";
        var settings = new byte[Math.min(bytes.getShort() & 0xffff, bytes.remaining())];
        bytes.get(settings);
        var data = new byte[bytes.remaining()];
        bytes.get(data);
        return joined(
                TYPE,
                box("mdat", data),
                box("moov", box("mvhd", ints(0, 0, 0, TICKS, TICKS)), track(entry, settings, data.length)));
    }

    private static byte[] track(String entry, byte[] settings, int size) {
        var samples = box(
                "stbl",
                box("stsd", ints(0, 1), box(entry, visual(), box("avcC", settings))),
                box("stts", ints(0, 1, FRAMES, TICKS / FRAMES)),
                box("stsc", ints(0, 1, 1, FRAMES, 1)),
                box("stsz", ints(0, Math.max(1, size / FRAMES), FRAMES)),
                box("stco", ints(0, 1, TYPE.length + 8)));
        var handler = joined(ints(0, 0), "vide".getBytes(ISO_8859_1), new byte[13]);
        return box(
                "trak",
                box("tkhd", ints(0, 0, 0, 1, 0, TICKS)),
                box("mdia", box("mdhd", ints(0, 0, 0, TICKS, TICKS)), box("hdlr", handler), box("minf", samples)));
    }

    private static byte[] visual() {
        return ByteBuffer.allocate(78)
                .putShort(24, (short) WIDTH)
                .putShort(26, (short) HEIGHT)
                .array();
    }

    private static byte[] box(String type, byte[]... parts) {
        var body = joined(parts);
        return joined(ints(body.length + 8), type.getBytes(ISO_8859_1), body);
    }

    private static byte[] ints(int... values) {
        var bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
        Arrays.stream(values).forEach(bytes::putInt);
        return bytes.array();
    }

    private static byte[] joined(byte[]... parts) {
        var bytes = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(bytes::put);
        return bytes.array();
    }
}
