package org.webinararchiver.compile.join;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a title where ffmpeg reads it: into a WAV file of almost no sound.
 *
 * <p>As an argument it would pass through the encoding of the machine's locale. Where none is set, as in most
 * containers, Java turns every letter outside ASCII into a question mark.
 */
final class TitleCard {
    private static final int LONGEST = 1000;
    private static final int SAMPLE_RATE = 8000;
    private static final byte[] SOUND = new byte[2];

    private TitleCard() {}

    /** Writes the file. What no title holds is left out: control characters, and more than 1000 letters. */
    static void write(Path file, String title) throws IOException {
        var chunks = new ByteArrayOutputStream();
        chunks.writeBytes(ascii("WAVE"));
        chunks.writeBytes(chunk("fmt ", format()));
        chunks.writeBytes(chunk("LIST", title(title)));
        chunks.writeBytes(chunk("data", SOUND));
        Files.write(file, chunk("RIFF", chunks.toByteArray()));
    }

    /** One channel of 16 bits. */
    private static byte[] format() {
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(SAMPLE_RATE)
                .putInt(SAMPLE_RATE * 2)
                .putShort((short) 2)
                .putShort((short) 16)
                .array();
    }

    private static byte[] title(String title) {
        var written = new ByteArrayOutputStream();
        written.writeBytes(ascii("INFO"));
        written.writeBytes(chunk("INAM", (plain(title) + '\0').getBytes(StandardCharsets.UTF_8)));
        return written.toByteArray();
    }

    private static String plain(String title) {
        var plain = new StringBuilder();
        title.codePoints()
                .filter(letter -> letter == '\n' || !Character.isISOControl(letter))
                .limit(LONGEST)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Chunks begin at even places. */
    private static byte[] chunk(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + content.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii(name))
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
