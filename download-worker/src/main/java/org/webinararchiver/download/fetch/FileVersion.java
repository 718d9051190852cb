package org.webinararchiver.download.fetch;

import java.util.Optional;
import org.webinararchiver.core.web.WebAnswer;

/**
 * One state of a file at its origin: two ranges belong together when they are of the same.
 *
 * @param validator the value for {@code If-Range}: a strong ETag, else the time of the last change (RFC 9110, section
 *     13.1.5); a weak ETag says nothing about bytes
 * @param length of the whole file in bytes
 */
record FileVersion(String validator, long length) {

    /** Empty when the origin says nothing that its file could be recognised by. */
    static Optional<FileVersion> of(WebAnswer answer, long length) {
        return validatorOf(answer).map(validator -> new FileVersion(validator, length));
    }

    /** Whether an answer that holds a range of this many bytes in total may be of this version. */
    boolean agreesWith(WebAnswer answer, long total) {
        return total == length && validatorOf(answer).map(validator::equals).orElse(true);
    }

    private static Optional<String> validatorOf(WebAnswer answer) {
        return answer.header("etag")
                .filter(tag -> tag.startsWith("\""))
                .or(() -> answer.header("last-modified").filter(time -> !time.isBlank()));
    }
}
