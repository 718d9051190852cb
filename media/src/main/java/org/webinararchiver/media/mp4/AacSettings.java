package org.webinararchiver.media.mp4;

import java.util.Optional;

/**
 * What AAC's own settings say (ISO/IEC 14496-3, section 1.6.2.1); they are right where the fields around them are not.
 *
 * @param sampleRate in hertz, of what comes out of the decoder
 * @param channels 0 when it is told elsewhere
 */
record AacSettings(int sampleRate, int channels) {
    private static final int[] RATES = {
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350
    };
    /** How many rates have a number. */
    static final int USUAL_RATES = RATES.length;

    private static final int RATE_IS_WRITTEN_OUT = 15;
    private static final int TYPE_IS_LONG = 31;
    private static final int BAND_REPLICATION = 5;
    private static final int PARAMETRIC_STEREO = 29;

    /** Absent when the settings end early or name no rate. */
    static Optional<AacSettings> read(byte[] settings) {
        var bits = new Bits(settings);
        var type = objectType(bits);
        var rate = rate(bits);
        var channels = channels(bits.take(4));
        if (type == BAND_REPLICATION || type == PARAMETRIC_STEREO) {
            rate = rate(bits);
            channels = type == PARAMETRIC_STEREO ? 2 : channels;
        }
        return bits.areExhausted() || rate == 0 ? Optional.empty() : Optional.of(new AacSettings(rate, channels));
    }

    private static int objectType(Bits bits) {
        var type = bits.take(5);
        return type == TYPE_IS_LONG ? 32 + bits.take(6) : type;
    }

    private static int rate(Bits bits) {
        var index = bits.take(4);
        if (index == RATE_IS_WRITTEN_OUT) {
            return bits.take(24);
        }
        return index < RATES.length ? RATES[index] : 0;
    }

    private static int channels(int configuration) {
        return configuration == 7 ? 8 : configuration;
    }
}
