package org.webinararchiver.media.mp4;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * What a decoder of MPEG-4 has to know (ISO/IEC 14496-1, section 7.2.6.6). The sizes of buffers and the bit rates,
 * which stand beside it, are left out: they differ from file to file of one encoder.
 */
final class DecoderDescriptor {
    private static final int STREAM = 3;
    private static final int DECODER = 4;
    private static final int DECODER_SETTINGS = 5;

    /** Object type, kind of stream, size of buffer and two bit rates. */
    private static final int DECODER_FIXED = 13;

    /** Which codec, for example 0x40 for AAC, 0x6b for MP3. */
    private final int objectType;

    private final byte[] settings;

    private DecoderDescriptor(int objectType, byte[] settings) {
        this.objectType = objectType;
        this.settings = settings;
    }

    static DecoderDescriptor read(Box esds, Mp4Bytes bytes) throws IOException, NotMp4 {
        var body = ByteBuffer.wrap(bytes.copy(esds.body(), esds.bodySize()));
        skip(body, 4);
        enter(body, STREAM);
        skip(body, 2);
        skipOptionalFields(body);
        enter(body, DECODER);
        require(body, DECODER_FIXED);
        var objectType = body.get() & 0xff;
        skip(body, DECODER_FIXED - 1);
        return new DecoderDescriptor(objectType, settingsIn(body));
    }

    private static void skipOptionalFields(ByteBuffer body) throws NotMp4 {
        require(body, 1);
        var flags = body.get();
        if ((flags & 0x80) != 0) {
            skip(body, 2);
        }
        if ((flags & 0x40) != 0) {
            require(body, 1);
            skip(body, body.get() & 0xff);
        }
        if ((flags & 0x20) != 0) {
            skip(body, 2);
        }
    }

    private static byte[] settingsIn(ByteBuffer body) throws NotMp4 {
        if (body.remaining() < 2 || body.get(body.position()) != DECODER_SETTINGS) {
            return new byte[0];
        }
        var settings = new byte[enter(body, DECODER_SETTINGS)];
        body.get(settings);
        return settings;
    }

    /** Goes into a descriptor and tells its length, which is spread over up to four bytes of seven bits. */
    private static int enter(ByteBuffer body, int tag) throws NotMp4 {
        require(body, 1);
        if (body.get() != tag) {
            throw new NotMp4("a description of a stream lacks its part " + tag);
        }
        var length = 0;
        var isMore = true;
        for (var digit = 0; digit < 4 && isMore; digit++) {
            require(body, 1);
            var value = body.get();
            length = length << 7 | value & 0x7f;
            isMore = (value & 0x80) != 0;
        }
        require(body, length);
        return length;
    }

    private static void skip(ByteBuffer body, int count) throws NotMp4 {
        require(body, count);
        body.position(body.position() + count);
    }

    private static void require(ByteBuffer body, int count) throws NotMp4 {
        if (body.remaining() < count) {
            throw new NotMp4("a description of a stream ends early");
        }
    }

    /** The codec's own; empty when it has none. */
    byte[] settings() {
        return settings;
    }

    boolean isAac() {
        return objectType == 0x40;
    }

    /** What two streams have in common that one decoder can go on with. */
    byte[] identity() {
        return ByteBuffer.allocate(1 + settings.length)
                .put((byte) objectType)
                .put(settings)
                .array();
    }
}
