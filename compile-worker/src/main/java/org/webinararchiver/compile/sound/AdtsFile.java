package org.webinararchiver.compile.sound;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.webinararchiver.media.mp4.AacForm;

/** Writes packets of AAC, each behind a header that says its length: ADTS (ISO/IEC 13818-7, section 6.2). */
final class AdtsFile implements Closeable {
    private static final int HEADER = 7;
    private static final int MOST_BYTES = (1 << 13) - 1;

    /** Packets of nothing at all, as widely used players bear them: no band has any spectrum. */
    private static final byte[] SILENT_MONO = HexFormat.of().parseHex("00c800802380");

    private static final byte[] SILENT_STEREO = HexFormat.of().parseHex("210049900219002380");

    private final OutputStream output;
    private final AacForm form;
    private long packets;

    AdtsFile(Path file, AacForm form) throws IOException {
        this.output = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        this.form = form;
    }

    /** How many packets were written. */
    long packets() {
        return packets;
    }

    /** Writes silence until there are this many packets. */
    void silenceUntil(long count) throws IOException {
        var silence = form.channels() == 1 ? SILENT_MONO : SILENT_STEREO;
        while (packets < count) {
            write(silence);
        }
    }

    /** Whether a packet is not too long for its header. */
    static boolean takes(byte[] packet) {
        return packet.length > 0 && packet.length <= MOST_BYTES - HEADER;
    }

    void write(byte[] packet) throws IOException {
        if (!takes(packet)) {
            throw new IllegalArgumentException("a packet of " + packet.length + " bytes");
        }
        output.write(header(packet.length + HEADER));
        output.write(packet);
        packets++;
    }

    /** MPEG-4, no checksum, low complexity, one packet to a header, a buffer of unknown fullness. */
    private byte[] header(int length) {
        var rate = form.rateIndex();
        var channels = form.channels();
        return new byte[] {
            (byte) 0xff,
            (byte) 0xf1,
            (byte) (1 << 6 | rate << 2 | channels >> 2),
            (byte) (channels << 6 | length >> 11),
            (byte) (length >> 3),
            (byte) (length << 5 | 0x1f),
            (byte) 0xfc
        };
    }

    @Override
    public void close() throws IOException {
        output.close();
    }
}
