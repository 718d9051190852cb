package org.webinararchiver.simulator.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Some hundred kilobytes that unpack to a hundred megabytes of blank lines, which descriptions may begin with. */
final class Bomb {
    private static final int MEGABYTE = 1_000_000;
    private static final int MEGABYTES = 100;

    /** Packed with gzip. */
    static final byte[] PACKED = packed();

    private Bomb() {}

    private static byte[] packed() {
        var blank = "\n".repeat(MEGABYTE).getBytes(StandardCharsets.US_ASCII);
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (int written = 0; written < MEGABYTES; written++) {
                gzip.write(blank);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory has no errors", e);
        }
        return packed.toByteArray();
    }
}
