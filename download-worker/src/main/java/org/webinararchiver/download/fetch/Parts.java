package org.webinararchiver.download.fetch;

import java.util.stream.IntStream;
import org.webinararchiver.platform.storage.MultipartUploads;

/**
 * How a large file is divided: alike parts, of which the last may be shorter.
 *
 * @param length of the file in bytes
 * @param partLength in bytes
 */
record Parts(long length, long partLength) {
    private static final long USUAL = 8 * 1024 * 1024;

    /** Of 8 MiB, unless there would be more of them than an upload may have. */
    static Parts of(long length) {
        return new Parts(length, Math.max(USUAL, Math.ceilDiv(length, (long) MultipartUploads.MOST_PARTS)));
    }

    /** The numbers of all parts, from 1. */
    IntStream numbers() {
        return IntStream.rangeClosed(1, (int) Math.ceilDiv(length, partLength));
    }

    /** Where in the file a part lies. */
    ByteRange range(int number) {
        return ByteRange.of((number - 1) * partLength, partLength).within(length);
    }
}
