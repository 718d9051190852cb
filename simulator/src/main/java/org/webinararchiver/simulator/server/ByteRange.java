package org.webinararchiver.simulator.server;

import java.util.regex.Pattern;

/** The part of a file that a request's {@code Range} asks for (RFC 9110, section 14). */
sealed interface ByteRange {

    /** All of it: no range was asked for, or one in a form that may be ignored. */
    record Whole() implements ByteRange {}

    /** The bytes from {@code first} to {@code last}, both of them included. */
    record Part(long first, long last) implements ByteRange {
        long length() {
            return last - first + 1;
        }
    }

    /** The range begins after the file's end. */
    record Unsatisfiable() implements ByteRange {}

    /** What a header asks of a file of this size; {@code null} where there is no header. */
    static ByteRange of(String header, long size) {
        var asked = Forms.RANGE.matcher(header == null ? "" : header.strip());
        if (!asked.matches() || (asked.group(1).isEmpty() && asked.group(2).isEmpty())) {
            return new Whole();
        }
        return asked.group(1).isEmpty()
                ? suffix(number(asked.group(2)), size)
                : from(asked.group(1), asked.group(2), size);
    }

    private static ByteRange from(String first, String last, long size) {
        long begin = number(first);
        long end = last.isEmpty() ? size - 1 : Math.min(number(last), size - 1);
        if (begin >= size) {
            return new Unsatisfiable();
        }
        return end < begin ? new Whole() : new Part(begin, end);
    }

    private static ByteRange suffix(long length, long size) {
        return length == 0 || size == 0 ? new Unsatisfiable() : new Part(Math.max(0, size - length), size - 1);
    }

    private static long number(String digits) {
        return Long.parseLong(digits);
    }

    /** The forms of the header; several ranges at once may be ignored and are. */
    final class Forms {
        private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

        private Forms() {}
    }
}
