package org.webinararchiver.api.artifacts;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file that is asked for by the header {@code Range}, see RFC 9110, section 14.
 *
 * @param first byte of it, zero or more
 * @param last byte of it, which it includes; before the first one when the file has nothing of what is asked for
 */
record ByteRange(long first, long last) {
    /** Eighteen digits are a number of bytes, and more than any file has. */
    private static final Pattern SINGLE = Pattern.compile("(?i)bytes\\s*=\\s*([0-9]{0,18})\\s*-\\s*([0-9]{0,18})\\s*");

    private static final ByteRange NONE = new ByteRange(0, -1);

    /**
     * The part of a file of this size. Empty when the header asks for several, or for nothing that is understood: it is
     * to be ignored then.
     */
    static Optional<ByteRange> of(String header, long size) {
        var range = SINGLE.matcher(header);
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (range.group(1).isEmpty()) {
            var length = Math.min(Long.parseLong(range.group(2)), size);
            return Optional.of(new ByteRange(size - length, size - 1));
        }
        return from(range, size);
    }

    private static Optional<ByteRange> from(Matcher range, long size) {
        var first = Long.parseLong(range.group(1));
        var last = range.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(range.group(2));
        if (last < first) {
            return Optional.empty();
        }
        return Optional.of(first < size ? new ByteRange(first, Math.min(last, size - 1)) : NONE);
    }

    /** Whether the file has anything of it. */
    boolean isSatisfiable() {
        return length() > 0;
    }

    long length() {
        return last - first + 1;
    }
}
