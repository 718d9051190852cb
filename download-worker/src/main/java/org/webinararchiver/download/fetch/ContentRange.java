package org.webinararchiver.download.fetch;

import java.util.Optional;
import java.util.regex.Pattern;
import org.webinararchiver.core.web.WebAnswer;

/**
 * What an answer with status 206 says it holds.
 *
 * @param total length of the whole file in bytes
 */
record ContentRange(ByteRange range, long total) {
    private static final int PARTIAL_CONTENT = 206;
    private static final Pattern FORM = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");

    /** Empty when the answer is no range, or does not tell which one, or of how much. */
    static Optional<ContentRange> in(WebAnswer answer) {
        if (answer.status() != PARTIAL_CONTENT) {
            return Optional.empty();
        }
        var told = FORM.matcher(answer.header("content-range").orElse("").strip());
        return told.matches()
                ? of(Long.parseLong(told.group(1)), Long.parseLong(told.group(2)), Long.parseLong(told.group(3)))
                : Optional.empty();
    }

    private static Optional<ContentRange> of(long first, long last, long total) {
        return first <= last && last < total
                ? Optional.of(new ContentRange(new ByteRange(first, last), total))
                : Optional.empty();
    }
}
