package org.webinararchiver.download.fetch;

/**
 * Some bytes of a file, both ends included, as HTTP counts them (RFC 9110, section 14).
 *
 * @param first zero or more
 * @param last not before the first
 */
record ByteRange(long first, long last) {
    ByteRange {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException("not a range: %d-%d".formatted(first, last));
        }
    }

    /** @param length one or more */
    static ByteRange of(long offset, long length) {
        return new ByteRange(offset, offset + length - 1);
    }

    long length() {
        return last - first + 1;
    }

    boolean contains(ByteRange other) {
        return first <= other.first && other.last <= last;
    }

    /** The value of the header {@code Range}. */
    String header() {
        return "bytes=%d-%d".formatted(first, last);
    }

    /** The same without what is past the end of a file that has this many bytes; it begins before that. */
    ByteRange within(long fileLength) {
        return new ByteRange(first, Math.min(last, fileLength - 1));
    }
}
