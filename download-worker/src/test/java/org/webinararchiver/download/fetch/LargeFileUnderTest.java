package org.webinararchiver.download.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.download.fetch.Outcomes.failureOf;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.webinararchiver.download.fetch.RangedOrigin.Answer;

/** A file of four and a half parts. */
@Timeout(120)
abstract class LargeFileUnderTest extends FileUnderTest {
    static final int A_PART = 8 * 1024 * 1024;
    static final int LENGTH = 4 * A_PART + A_PART / 2;
    static final byte[] FILE = RangedOrigin.picture(LENGTH, 1);
    static final Parts PARTS = new Parts(LENGTH, A_PART);
    static final ByteRange BEGINNING = ByteRange.of(0, 2 * A_PART);

    LargeFileUnderTest() {
        super(FILE);
    }

    /** Requests after this one find the origin busy. */
    void failAfter(int requests) {
        origin.always(Answer.status(500));
        IntStream.rangeClosed(1, requests).forEach(request -> origin.disturb(request, Answer.RANGE));
    }

    static void assertFailed(String reason, FetchOutcome outcome) {
        assertThat(failureOf(outcome).reason()).isEqualTo(reason);
    }
}
