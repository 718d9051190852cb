package org.webinararchiver.embedded.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The end of a text file, as much as fits an error message. */
final class TextTail {

    private static final int BYTES = 8 * 1024;

    private TextTail() {}

    static String of(Path file) throws IOException {
        return since(file, 0);
    }

    /** The end of what follows after the given number of bytes. */
    static String since(Path file, long start) throws IOException {
        try (var channel = FileChannel.open(file)) {
            channel.position(Math.max(start, channel.size() - BYTES));
            var bytes = ByteBuffer.wrap(Channels.newInputStream(channel).readNBytes(BYTES));
            return StandardCharsets.UTF_8.decode(bytes).toString().strip();
        }
    }
}
