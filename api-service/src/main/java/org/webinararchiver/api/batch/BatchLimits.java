package org.webinararchiver.api.batch;

import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.InputStream;
import org.webinararchiver.api.problem.BodyLimit;
import org.webinararchiver.api.problem.Problem;

/** How much may be sent at once. */
final class BatchLimits {
    static final int MOST_LINKS = 10_000;

    /** With comments and names between the links. */
    private static final int MOST_LINES = 50_000;

    private static final int TOO_LARGE = 413;

    private BatchLimits() {}

    /**
     * All of it.
     *
     * @param body null when there is none
     * @throws WebApplicationException when there is more of it than may be
     */
    static byte[] read(InputStream body) throws IOException {
        if (body == null) {
            return new byte[0];
        }
        var bytes = body.readNBytes(BodyLimit.MOST_BYTES + 1);
        if (bytes.length > BodyLimit.MOST_BYTES) {
            var problem = BodyLimit.problem(BodyLimit.MOST_BYTES);
            throw new WebApplicationException(problem.title(), problem.response());
        }
        return bytes;
    }

    /** Refuses a list that is too long before anything is made of its lines. */
    static void require(String list) {
        requireLinks(count(list, "://"));
        if (count(list, "\n") > MOST_LINES || count(list, "\r") > MOST_LINES || otherLines(list) > MOST_LINES) {
            throw tooMuch("The list has more than 50,000 lines.");
        }
    }

    static void requireLinks(long links) {
        if (links > MOST_LINKS) {
            throw tooMuch("There are more than 10,000 links.");
        }
    }

    private static long count(String text, String what) {
        long found = 0;
        for (int at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + what.length())) {
            found++;
        }
        return found;
    }

    /** What ends a line too, by the rules of regular expressions. */
    private static long otherLines(String list) {
        return list.chars()
                .filter(sign -> sign == '\u000b' || sign == '\f' || sign == '\u0085' || sign == '\u2028' || sign == '\u2029')
                .count();
    }

    private static WebApplicationException tooMuch(String what) {
        return Problem.refused(TOO_LARGE, "too-many", what, "Send the list in several parts of up to 10,000 links.");
    }
}
