package org.webinararchiver.download.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** A file's first bytes: what it is if it is no media file. */
record Beginning(byte[] bytes) {
    private static final int TELLING = 512;

    static Beginning of(SeekableByteChannel file) throws IOException {
        var bytes = ByteBuffer.allocate((int) Math.min(TELLING, file.size()));
        file.position(0);
        while (bytes.hasRemaining() && file.read(bytes) >= 0) {
            // on until it is full or the file ends
        }
        return new Beginning(bytes.array());
    }

    /** What it is instead, in words; absent when it may be MP4. */
    Optional<String> whatElse() {
        if (isZeros()) {
            return Optional.of("it begins with nothing but zeros");
        }
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u001aE\u00df\u00a3")) {
            return Optional.of("it is a Matroska or WebM file, not MP4");
        }
        var start = text.stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype") || start.startsWith("<html")) {
            return Optional.of("it is a web page");
        }
        if (start.startsWith("#extm3u")) {
            return Optional.of("it is a playlist");
        }
        return Optional.empty();
    }

    private boolean isZeros() {
        for (var each : bytes) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }
}
