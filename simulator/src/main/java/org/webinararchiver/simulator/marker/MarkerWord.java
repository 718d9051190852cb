package org.webinararchiver.simulator.marker;

import java.time.Duration;
import java.util.Optional;

/**
 * A reading as 64 bits: 8 for the source, 32 for the milliseconds, 24 for a check of both.
 *
 * <p>The check is a CRC-24 with OpenPGP's polynomial and start value (RFC 9580, section 6.1); of words made by chance
 * one in 16 million passes it, and a burst of up to 24 wrong bits never does.
 */
final class MarkerWord {
    private static final int CHECK_BITS = 24;
    private static final int CHECK_START = 0xB7_04CE;
    private static final int CHECK_POLYNOMIAL = 0x186_4CFB;
    private static final int MILLISECOND_BITS = 32;

    private MarkerWord() {}

    static long of(FrameReading reading) {
        long content =
                ((long) reading.source() << MILLISECOND_BITS) | reading.time().toMillis();
        return (content << CHECK_BITS) | check(content);
    }

    /** The reading, unless the check shows that some bits are wrong. */
    static Optional<FrameReading> read(long word) {
        long content = word >>> CHECK_BITS;
        if (check(content) != (word & ((1L << CHECK_BITS) - 1))) {
            return Optional.empty();
        }
        int source = (int) (content >>> MILLISECOND_BITS);
        return Optional.of(new FrameReading(source, Duration.ofMillis(content & 0xFFFF_FFFFL)));
    }

    private static int check(long content) {
        int check = CHECK_START;
        for (int bit = MILLISECOND_BITS + 8 - 1; bit >= 0; bit--) {
            check = (check << 1) ^ ((int) (content >>> bit & 1) << CHECK_BITS);
            if ((check & (1 << CHECK_BITS)) != 0) {
                check ^= CHECK_POLYNOMIAL;
            }
        }
        return check;
    }
}
