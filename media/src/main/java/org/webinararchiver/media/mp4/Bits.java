package org.webinararchiver.media.mp4;

import java.math.BigInteger;

/** Takes bits from the highest on; zeros follow the last. Made for some hundred bytes at most. */
final class Bits {
    private static final int LONGEST_GOLOMB = 31;

    private final BigInteger value;
    private int left;

    Bits(byte[] bytes) {
        value = new BigInteger(1, bytes);
        left = bytes.length * Byte.SIZE;
    }

    /** @param count 1 to 31 */
    int take(int count) {
        left -= count;
        return left < 0 ? 0 : value.shiftRight(left).intValue() & ((1 << count) - 1);
    }

    boolean isSet() {
        return take(1) == 1;
    }

    /** A number in Exp-Golomb code (ISO/IEC 14496-10, section 9.1). */
    int golomb() {
        var zeros = 0;
        while (zeros < LONGEST_GOLOMB && !areExhausted() && !isSet()) {
            zeros++;
        }
        return zeros == 0 ? 0 : (1 << zeros) - 1 + take(zeros);
    }

    /** A number with a sign in the same code. */
    int signedGolomb() {
        var code = golomb();
        return code % 2 == 0 ? -(code / 2) : code / 2 + 1;
    }

    boolean areExhausted() {
        return left < 0;
    }
}
