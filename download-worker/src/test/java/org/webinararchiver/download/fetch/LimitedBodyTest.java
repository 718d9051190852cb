package org.webinararchiver.download.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitedBodyTest {
    private static final Limits A_HUNDRED_BYTES_A_MINUTE = new Limits(Long.MAX_VALUE, 100);

    private Duration now = Duration.ZERO;

    @Test
    void aFileMayBeAsLargeAsTheLimitAndNoLarger() throws IOException {
        var limits = new Limits(1_000, 0);

        assertThat(limited(new ByteArrayInputStream(new byte[1_000]), limits).readAllBytes())
                .hasSize(1_000);
        var larger = limited(new ByteArrayInputStream(new byte[1_001]), limits);
        assertThatExceptionOfType(FileTooLarge.class)
                .isThrownBy(larger::readAllBytes)
                .withMessageContaining("1,000");
    }

    @Test
    void aHostThatSendsAByteNowAndThenIsGivenUpAfterAMinute() {
        var dripping = limited(endless(1, Duration.ofSeconds(20)), A_HUNDRED_BYTES_A_MINUTE);

        assertThatExceptionOfType(TooSlow.class).isThrownBy(dripping::readAllBytes);
        assertThat(now).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void everyMinuteMustBringItsBytes() {
        var tiring = limited(
                new InputStream() {
                    @Override
                    public int read() {
                        throw new AssertionError("is read in blocks");
                    }

                    @Override
                    public int read(byte[] buffer, int offset, int most) {
                        now = now.plusSeconds(30);
                        return now.toMinutes() < 5 ? 50 : 1;
                    }
                },
                A_HUNDRED_BYTES_A_MINUTE);

        assertThatExceptionOfType(TooSlow.class).isThrownBy(tiring::readAllBytes);
        assertThat(now).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void theTimeInWhichNobodyReadsDoesNotCount() throws IOException {
        var body = limited(endless(1, Duration.ofMillis(1)), A_HUNDRED_BYTES_A_MINUTE);
        for (int count = 0; count < 20; count++) {
            assertThat(body.read()).isZero();
            now = now.plusMinutes(10);
        }
    }

    private LimitedBody limited(InputStream body, Limits limits) {
        return new LimitedBody(body, limits, () -> now.toNanos());
    }

    /** So many bytes with each block, after so long. */
    private InputStream endless(int bytes, Duration pause) {
        return new InputStream() {
            @Override
            public int read() {
                now = now.plus(pause);
                return 0;
            }

            @Override
            public int read(byte[] buffer, int offset, int most) {
                now = now.plus(pause);
                return Math.min(bytes, most);
            }
        };
    }
}
