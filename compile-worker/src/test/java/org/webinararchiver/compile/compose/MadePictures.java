package org.webinararchiver.compile.compose;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;

/** Files of one colour in formats that not every program reads. */
final class MadePictures {
    private static final int ADOBE = 0xffee;

    private MadePictures() {}

    /** A lossless WebP file, in which pixels of one colour take no bytes at all. */
    static byte[] webp(int width, int height, int rgb) {
        var bits = new Bits();
        bits.add(0x2f, 8);
        bits.add(width - 1, 14);
        bits.add(height - 1, 14);
        bits.add(0, 1 + 3 + 3); // no transparency, version 0, and nothing of what is optional
        for (int symbol : new int[] {rgb >> 8 & 0xff, rgb >> 16 & 0xff, rgb & 0xff, 0xff}) {
            bits.add(0b101, 3); // a code of one symbol, of eight bits
            bits.add(symbol, 8);
        }
        bits.add(0b0001, 4); // of distances there is one, zero
        var picture = bits.bytes();
        return ByteBuffer.allocate(20 + picture.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(ISO_8859_1))
                .putInt(12 + picture.length)
                .put("WEBPVP8L".getBytes(ISO_8859_1))
                .putInt(picture.length)
                .put(picture)
                .array();
    }

    /** Filled from the lowest bit of each byte on. */
    private static final class Bits {
        private BigInteger all = BigInteger.ZERO;
        private int count;

        void add(int value, int bits) {
            all = all.or(BigInteger.valueOf(value).shiftLeft(count));
            count += bits;
        }

        byte[] bytes() {
            var result = new byte[(count + 15) / 16 * 2];
            for (int bit = 0; bit < count; bit++) {
                result[bit / 8] |= (byte) (all.testBit(bit) ? 1 << bit % 8 : 0);
            }
            return result;
        }
    }

    /** A JPEG file for printers, which holds four inks, inverted as Adobe's programs write them. */
    static byte[] printersJpeg(int width, int height, int rgb) throws IOException {
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
        var pixel = new int[] {rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, 0xff};
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                raster.setPixel(x, y, pixel);
            }
        }
        var written = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var output = ImageIO.createImageOutputStream(written)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        return marked(written.toByteArray());
    }

    private static byte[] marked(byte[] jpeg) {
        return ByteBuffer.allocate(jpeg.length + 16)
                .put(jpeg, 0, 2)
                .putShort((short) ADOBE)
                .putShort((short) 14)
                .put("Adobe".getBytes(ISO_8859_1))
                .putShort((short) 100)
                .putInt(0)
                .put((byte) 0)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** The head of a JPEG file that says that it is so large. */
    static byte[] headOfJpeg(int width, int height) {
        var head = ByteBuffer.allocate(64)
                .putShort((short) 0xffd8)
                .putShort((short) 0xffc0)
                .putShort((short) 20)
                .put((byte) 8)
                .putShort((short) height)
                .putShort((short) width)
                .put((byte) 4);
        for (int part = 1; part <= 4; part++) {
            head.put((byte) part).put((byte) 0x11).put((byte) 0);
        }
        return Arrays.copyOf(head.array(), head.position());
    }
}
