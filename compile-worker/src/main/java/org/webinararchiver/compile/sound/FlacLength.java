package org.webinararchiver.compile.sound;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads how long a FLAC file of ours is. */
final class FlacLength {
    /** In the block STREAMINFO, which comes first: RFC 9639, section 8.2. */
    private static final int PLACE_OF_TOTAL = 18;

    private static final int LENGTH = Long.BYTES;
    private static final long LOWEST_36_BITS = (1L << 36) - 1;

    private FlacLength() {}

    /** The number of samples; zero for a file without any. */
    static long samples(Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            var head = stream.readNBytes(PLACE_OF_TOTAL + LENGTH);
            return head.length < PLACE_OF_TOTAL + LENGTH
                    ? 0
                    : ByteBuffer.wrap(head).getLong(PLACE_OF_TOTAL) & LOWEST_36_BITS;
        }
    }
}
