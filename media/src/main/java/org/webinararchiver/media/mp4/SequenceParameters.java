package org.webinararchiver.media.mp4;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/**
 * What a sequence parameter set of H.264 says (ISO/IEC 14496-10, section 7.3.2.1.1), as far as it matters here.
 *
 * @param id by which picture parameter sets name it
 * @param profile the number of the profile
 * @param isUsualColour whether colours have half the resolution and eight bits, as nearly everywhere
 * @param isProgressive whether pictures are coded as a whole, not as two fields
 * @param width in pixels, of what is shown
 * @param height in pixels, of what is shown
 * @param hasSquarePixels also where it does not say
 */
record SequenceParameters(
        int id,
        int profile,
        boolean isUsualColour,
        boolean isProgressive,
        int width,
        int height,
        boolean hasSquarePixels) {
    private static final int LONGEST = 1024;
    private static final int MACROBLOCK = 16;
    private static final int USUAL_CHROMA = 1;
    private static final int WRITTEN_OUT = 255;
    private static final Set<Integer> HIGH_PROFILES =
            Set.of(100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135);

    /** Absent when it is too long or ends early. */
    static Optional<SequenceParameters> of(ByteBuffer unit) {
        if (unit.remaining() > LONGEST) {
            return Optional.empty();
        }
        var bits = new Bits(plain(unit));
        bits.take(8);
        var profile = bits.take(8);
        bits.take(16);
        var id = bits.golomb();
        var isUsualColour = !HIGH_PROFILES.contains(profile) || isUsualColour(bits);
        bits.golomb();
        skipOrder(bits);
        bits.golomb();
        bits.take(1);
        var across = bits.golomb() + 1L;
        var down = bits.golomb() + 1L;
        var isProgressive = bits.isSet();
        if (!isProgressive) {
            bits.take(1);
        }
        bits.take(1);
        var crop = Crop.read(bits);
        var hasSquarePixels = hasSquarePixels(bits);
        if (bits.areExhausted()) {
            return Optional.empty();
        }
        var fields = isProgressive ? 1 : 2;
        return Optional.of(new SequenceParameters(
                id,
                profile,
                isUsualColour,
                isProgressive,
                bounded(across * MACROBLOCK - 2L * crop.across()),
                bounded(fields * (down * MACROBLOCK - 2L * crop.down())),
                hasSquarePixels));
    }

    boolean isOf(int wantedWidth, int wantedHeight) {
        return width == wantedWidth && height == wantedHeight;
    }

    /** How much is left out on both sides, in steps of two pixels. */
    private record Crop(long across, long down) {
        static Crop read(Bits bits) {
            if (!bits.isSet()) {
                return new Crop(0, 0);
            }
            var left = bits.golomb();
            var right = bits.golomb();
            var top = bits.golomb();
            var bottom = bits.golomb();
            return new Crop((long) left + right, (long) top + bottom);
        }
    }

    private static int bounded(long pixels) {
        return (int) Math.clamp(pixels, 0, Integer.MAX_VALUE);
    }

    private static boolean isUsualColour(Bits bits) {
        var chroma = bits.golomb();
        if (chroma == 3) {
            bits.take(1);
        }
        var extraBits = bits.golomb();
        extraBits |= bits.golomb();
        bits.take(1);
        if (bits.isSet()) {
            skipScaling(bits, chroma == 3 ? 12 : 8);
        }
        return chroma == USUAL_CHROMA && extraBits == 0;
    }

    private static void skipScaling(Bits bits, int lists) {
        for (var list = 0; list < lists; list++) {
            if (bits.isSet()) {
                skipScalingList(bits, list < 6 ? 16 : 64);
            }
        }
    }

    private static void skipScalingList(Bits bits, int size) {
        var last = 8;
        var next = 8;
        for (var entry = 0; entry < size && next != 0; entry++) {
            next = (last + bits.signedGolomb() + 256) & 0xff;
            last = next == 0 ? last : next;
        }
    }

    private static void skipOrder(Bits bits) {
        switch (bits.golomb()) {
            case 0 -> bits.golomb();
            case 1 -> {
                bits.take(1);
                bits.signedGolomb();
                bits.signedGolomb();
                var frames = Math.min(bits.golomb(), WRITTEN_OUT);
                for (var frame = 0; frame < frames; frame++) {
                    bits.signedGolomb();
                }
            }
            default -> {
                // says no more of it
            }
        }
    }

    private static boolean hasSquarePixels(Bits bits) {
        var saysMore = bits.isSet();
        if (!saysMore) {
            return true;
        }
        var saysShape = bits.isSet();
        if (!saysShape) {
            return true;
        }
        var shape = bits.take(8);
        if (shape != WRITTEN_OUT) {
            return shape <= 1;
        }
        var width = bits.take(16);
        return width == bits.take(16);
    }

    /** Without the bytes that keep a unit from looking like the beginning of another. */
    static byte[] plain(ByteBuffer unit) {
        var plain = new ByteArrayOutputStream();
        var zeros = 0;
        for (var value : AvcConfiguration.copy(unit)) {
            if (zeros >= 2 && value == 3) {
                zeros = 0;
            } else {
                zeros = value == 0 ? zeros + 1 : 0;
                plain.write(value);
            }
        }
        return plain.toByteArray();
    }
}
