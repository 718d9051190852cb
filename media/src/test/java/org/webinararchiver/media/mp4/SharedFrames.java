package org.webinararchiver.media.mp4;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** A file of H.264 made by hand, of which each frame is the same bytes: many units of a byte. */
final class SharedFrames {
    private static final int TICKS = 25;
    private static final byte[] TYPE = box("ftyp", "isom".getBytes(ISO_8859_1), new byte[4]);

    /** Lengths of a single byte, a sequence parameter set of 64x48 and a picture parameter set. */
    private static final byte[] SETTINGS = HexFormat.of()
            .parseHex("0142c00afc" + "e1" + "0016" + "6742c00ada11ec044000000300400000030203c489a8" + "01" + "0005"
                    + "68ce013720");

    private SharedFrames() {}

    /** @param size of the frames, in bytes; even */
    static byte[] file(int frames, int size) {
        var data = new byte[size];
        for (int at = 0; at < size; at += 2) {
            data[at] = 1;
            data[at + 1] = 0x61;
        }
        var places = new int[frames + 2];
        Arrays.fill(places, TYPE.length + 8);
        places[0] = 0;
        places[1] = frames;
        var samples = box(
                "stbl",
                box("stsd", ints(0, 1), box("avc1", visual(), box("avcC", SETTINGS))),
                box("stts", ints(0, 1, frames, 1)),
                box("stsc", ints(0, 1, 1, 1, 1)),
                box("stsz", ints(0, size, frames)),
                box("stco", ints(places)));
        var handler = joined(ints(0, 0), "vide".getBytes(ISO_8859_1), new byte[13]);
        var track = box(
                "trak",
                box("tkhd", ints(0, 0, 0, 1, 0, frames)),
                box("mdia", box("mdhd", ints(0, 0, 0, TICKS, frames)), box("hdlr", handler), box("minf", samples)));
        return joined(TYPE, box("mdat", data), box("moov", box("mvhd", ints(0, 0, 0, TICKS, frames)), track));
    }

    private static byte[] visual() {
        return ByteBuffer.allocate(78)
                .putShort(24, (short) 64)
                .putShort(26, (short) 48)
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
